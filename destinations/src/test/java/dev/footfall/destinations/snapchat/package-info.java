/** Snapchat's rules, one test each. */
@NullMarked
package dev.footfall.destinations.snapchat;

import org.jspecify.annotations.NullMarked;
