package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import io.trino.grammar.sql.SqlBaseParser.TypeConstructorContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code DATE '…'}, {@code TIMESTAMP '…'} and other literals with their type before them. */
final class TimeLiterals {

  private static final Pattern DATE = Pattern.compile("(\\d{4,})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(\\d{4,}-\\d{1,2}-\\d{1,2})(?: (\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,6}))?)?)?"
              + "(?:\\s*([A-Za-z+-].*))?");

  private TimeLiterals() {}

  static Expr of(TypeConstructorContext tree) {
    String text = Identifiers.text(tree.string());
    String type =
        tree.DOUBLE() != null
            ? "DOUBLE"
            : Identifiers.name(tree.identifier()).toUpperCase(Locale.ROOT);
    try {
      return switch (type) {
        case "DATE" -> Expr.of("DATE '" + date(text, tree) + "'", Simple.DATE);
        case "TIMESTAMP" -> timestamp(text, tree);
        case "DECIMAL" -> Literals.decimal(number(text, tree), tree);
        case "DOUBLE", "BIGINT", "INTEGER", "SMALLINT", "TINYINT" ->
            Expr.of("CAST('" + number(text, tree) + "' AS " + type + ")", Simple.valueOf(type));
        case "REAL" -> Expr.of("CAST('" + number(text, tree) + "' AS FLOAT)", Simple.REAL);
        case "VARCHAR" -> Literals.text(text);
        default -> throw Faults.unsupported(tree, "The literal " + type + " '...'", "Use CAST");
      };
    } catch (DateTimeException invalid) {
      throw invalid(text, type, tree);
    }
  }

  private static LocalDate date(String text, TypeConstructorContext tree) {
    Matcher parts = DATE.matcher(text.strip());
    if (!parts.matches()) {
      throw invalid(text, "DATE", tree);
    }
    return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
  }

  private static Expr timestamp(String text, TypeConstructorContext tree) {
    Matcher parts = TIMESTAMP.matcher(text.strip());
    if (!parts.matches()) {
      throw invalid(text, "TIMESTAMP", tree);
    }
    String fraction = Optional.ofNullable(parts.group(5)).orElse("");
    LocalDateTime time =
        date(parts.group(1), tree)
            .atTime(number(parts, 2), number(parts, 3), number(parts, 4))
            .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
    String local = "TIMESTAMP '" + Zones.text(time) + "'";
    if (parts.group(6) == null) {
      return Expr.of(local, new Timestamp(fraction.length()));
    }
    String zone = ZoneId.of(parts.group(6).strip()).getId();
    String sql = Zones.instant(time.atZone(ZoneId.of(zone)).toInstant());
    return Expr.of(sql, new Zoned(fraction.length(), Optional.of(zone)));
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private static String number(String text, TypeConstructorContext tree) {
    if (!text.strip().matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      throw invalid(text, "number", tree);
    }
    return text.strip();
  }

  private static SqlFault invalid(String text, String type, TypeConstructorContext tree) {
    return Faults.type(tree, "'" + text + "' is not a valid " + type + " literal", "");
  }
}
