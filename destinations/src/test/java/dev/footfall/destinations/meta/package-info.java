/** What Meta takes and answers. */
@NullMarked
package dev.footfall.destinations.meta;

import org.jspecify.annotations.NullMarked;
