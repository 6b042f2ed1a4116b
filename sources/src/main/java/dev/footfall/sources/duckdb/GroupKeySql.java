package dev.footfall.sources.duckdb;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.WhiteSpace;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SQL for the text that groups rows: trimmed, NULL when blank, numbers written plainly.
 *
 * <p>DuckDB's {@code trim} with a list of characters costs 3 µs a row, so only keys that begin or
 * end with something other than a visible ASCII character go through it.
 */
final class GroupKeySql {
  private static final String BLANKS =
      IntStream.rangeClosed(0, 0xFFFF)
          .filter(WhiteSpace::isBlank)
          .mapToObj(c -> "chr(" + c + ")")
          .collect(Collectors.joining(" || "));

  private GroupKeySql() {}

  static String of(String column, CellKind kind) {
    return switch (kind) {
      case INTEGER, BOOLEAN, DATE, LOCAL_TIMESTAMP, INSTANT -> "CAST(" + column + " AS VARCHAR)";
      case DECIMAL, REAL ->
          "regexp_replace(CAST(" + column + " AS VARCHAR), '\\.0+$|(\\.\\d*[1-9])0+$', '\\1')";
      case TEXT, NESTED -> trimmed("CAST(" + column + " AS VARCHAR)");
    };
  }

  private static String trimmed(String text) {
    return "CASE WHEN %1$s >= '!' AND %1$s < chr(127) AND reverse(%1$s) >= '!' AND reverse(%1$s) < chr(127) THEN %1$s ELSE NULLIF(trim(%1$s, %2$s), '') END"
        .formatted(text, BLANKS);
  }
}
