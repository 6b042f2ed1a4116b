/** Meta: offline events through the Conversions API. */
@NullMarked
package dev.footfall.destinations.meta;

import org.jspecify.annotations.NullMarked;
