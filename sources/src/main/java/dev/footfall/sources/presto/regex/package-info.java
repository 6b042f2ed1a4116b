/** Presto's regular expressions: Joni, as in Trino, and RE2 where both are proven to agree. */
@NullMarked
package dev.footfall.sources.presto.regex;

import org.jspecify.annotations.NullMarked;
