/** Braze: attributes of users, and purchases. */
@NullMarked
package dev.footfall.destinations.braze;

import org.jspecify.annotations.NullMarked;
