/** The embedded engine: DuckDB, read through its Arrow export. */
@NullMarked
package dev.footfall.sources.duckdb;

import org.jspecify.annotations.NullMarked;
