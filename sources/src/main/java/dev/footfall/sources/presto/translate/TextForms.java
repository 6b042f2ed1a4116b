package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Numbers;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import java.util.Optional;

/**
 * CAST(text AS type): which spellings Presto reads. DuckDB reads more; what Presto refuses is
 * replaced by a text that DuckDB refuses, too, so that no cell shows up in an error.
 */
final class TextForms {

  private static final String INTEGER = "[+-]?\\d+";
  private static final String DECIMAL = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";
  private static final String DOUBLE =
      "\\s*[+-]?(NaN|Infinity|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)[fFdD]?\\s*";
  private static final String DATE = "\\s*[+-]?\\d{1,9}-\\d{1,2}-\\d{1,2}\\s*";
  private static final String MOMENT =
      "\\d{1,9}-\\d{1,2}-\\d{1,2}( \\d{1,2}:\\d{1,2}(:\\d{1,2}(\\.\\d+)?)?)?";

  /** A zone may follow; it is left out, for a timestamp without zone has none. */
  private static final String TIMESTAMP =
      "\\s*" + MOMENT + "\\s*(UTC|GMT|Z|[A-Z][a-z]+/[A-Za-z_/]+|[+-]\\d\\d:\\d\\d)?\\s*";

  private static final String BOOLEAN = "(?i)t|f|true|false|1|0";
  private static final String UUID = "(?i)[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}";

  private TextForms() {}

  static Optional<Expr> read(Expr text, Type to) {
    String sql = text.sql();
    if (to == Simple.BOOLEAN) {
      return Optional.of(cast(text, guarded(sql, BOOLEAN), to));
    }
    if (Numbers.isInteger(to)) {
      return Optional.of(cast(text, guarded(sql, INTEGER), to));
    }
    if (to instanceof Decimal) {
      return Optional.of(cast(text, guarded(sql, DECIMAL), to));
    }
    if (Numbers.isFloating(to)) {
      return Optional.of(cast(text, "rtrim(trim(" + guarded(sql, DOUBLE) + "), 'fFdD')", to));
    }
    if (to == Simple.DATE) {
      return Optional.of(cast(text, "trim(" + guarded(sql, DATE) + ")", to));
    }
    if (to instanceof Timestamp timestamp) {
      String micros =
          "CAST(regexp_extract(" + guarded(sql, TIMESTAMP) + ", '" + MOMENT + "') AS TIMESTAMP)";
      return Optional.of(Expr.from(Casts.rounded(micros, timestamp), to, text));
    }
    return to == Simple.UUID ? Optional.of(cast(text, guarded(sql, UUID), to)) : Optional.empty();
  }

  private static Expr cast(Expr text, String sql, Type to) {
    return Expr.from("CAST(" + sql + " AS " + to.duck() + ")", to, text);
  }

  private static String guarded(String sql, String form) {
    return "CASE WHEN NOT regexp_full_match("
        + sql
        + ", "
        + Sql.text(form)
        + ") THEN '#' ELSE "
        + sql
        + " END";
  }
}
