/** What files of events have in common: names, cells, packing, and where they go. */
@NullMarked
package dev.footfall.core.file;

import org.jspecify.annotations.NullMarked;
