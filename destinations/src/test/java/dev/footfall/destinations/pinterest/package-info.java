/** Pinterest's rules, one test each. */
@NullMarked
package dev.footfall.destinations.pinterest;

import org.jspecify.annotations.NullMarked;
