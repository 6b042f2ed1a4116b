/** Presto/Trino SQL on DuckDB: the dialect half of the sources. See {@code sources/README.md}. */
@NullMarked
package dev.footfall.sources.presto;

import org.jspecify.annotations.NullMarked;
