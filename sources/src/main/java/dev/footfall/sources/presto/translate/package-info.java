/** From Presto's parse tree to DuckDB's SQL: names, types, one rule a class. */
@NullMarked
package dev.footfall.sources.presto.translate;

import org.jspecify.annotations.NullMarked;
