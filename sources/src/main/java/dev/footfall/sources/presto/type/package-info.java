/** Presto's types, their coercions and their DuckDB counterparts. */
@NullMarked
package dev.footfall.sources.presto.type;

import org.jspecify.annotations.NullMarked;
