/** Google's rules, one by one. */
@NullMarked
package dev.footfall.destinations.google;

import org.jspecify.annotations.NullMarked;
