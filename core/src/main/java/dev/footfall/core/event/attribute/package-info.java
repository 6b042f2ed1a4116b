/** What is known of people rather than of orders: their identifiers, and columns as attributes. */
@NullMarked
package dev.footfall.core.event.attribute;

import org.jspecify.annotations.NullMarked;
