/** Klaviyo: profiles with offline facts, and events. */
@NullMarked
package dev.footfall.destinations.klaviyo;

import org.jspecify.annotations.NullMarked;
