/** Tests of Braze. */
@NullMarked
package dev.footfall.destinations.braze;

import org.jspecify.annotations.NullMarked;
