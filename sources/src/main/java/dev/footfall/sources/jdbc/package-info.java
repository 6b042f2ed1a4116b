/** Warehouses: queries run there, or their tables are streamed into the embedded engine. */
@NullMarked
package dev.footfall.sources.jdbc;

import org.jspecify.annotations.NullMarked;
