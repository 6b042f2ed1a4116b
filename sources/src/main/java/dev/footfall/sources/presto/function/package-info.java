/** The functions on the allow-list and how DuckDB computes each. */
@NullMarked
package dev.footfall.sources.presto.function;

import org.jspecify.annotations.NullMarked;
