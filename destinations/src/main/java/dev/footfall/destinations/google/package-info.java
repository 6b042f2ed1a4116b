/** Google Enhanced Conversions: orders that Google Ads ties back to its ads. */
@NullMarked
package dev.footfall.destinations.google;

import org.jspecify.annotations.NullMarked;
