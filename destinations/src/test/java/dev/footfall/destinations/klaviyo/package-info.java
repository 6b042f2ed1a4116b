/** Klaviyo, tried rule by rule. */
@NullMarked
package dev.footfall.destinations.klaviyo;

import org.jspecify.annotations.NullMarked;
