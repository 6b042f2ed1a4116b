/** What every destination must do, whatever its platform; a destination joins with its fixtures. */
@NullMarked
package dev.footfall.destinations.contract;

import org.jspecify.annotations.NullMarked;
