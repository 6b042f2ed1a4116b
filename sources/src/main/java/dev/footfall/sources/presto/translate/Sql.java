package dev.footfall.sources.presto.translate;

/** Writes names and text literals as DuckDB reads them. */
final class Sql {

  private Sql() {}

  static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** A text literal; characters that serve as marks are written by code point. */
  static String text(String value) {
    String literal = "'" + value.replace("'", "''") + "'";
    if (literal.indexOf(Marks.OPEN) < 0 && literal.indexOf(Marks.CLOSE) < 0) {
      return literal;
    }
    return "("
        + literal
            .replace(String.valueOf(Marks.OPEN), "' || chr(" + (int) Marks.OPEN + ") || '")
            .replace(String.valueOf(Marks.CLOSE), "' || chr(" + (int) Marks.CLOSE + ") || '")
        + ")";
  }
}
