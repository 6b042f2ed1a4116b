package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import io.trino.grammar.sql.SqlBaseParser.IntervalContext;
import io.trino.grammar.sql.SqlBaseParser.IntervalLiteralContext;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;

/** Interval literals: one number, one unit. */
final class Intervals {

  private Intervals() {}

  static Expr literal(IntervalContext tree) {
    String unit = tree.intervalQualifier().getText().toUpperCase(Locale.ROOT);
    String text = Identifiers.text(tree.string()).strip();
    boolean seconds = unit.equals("SECOND");
    if (!text.matches(seconds ? "[+-]?\\d+(\\.\\d{1,3})?" : "[+-]?\\d+")) {
      throw Faults.syntax(
          tree, "'" + text + "' is not a number of " + unit, "Write INTERVAL '7' DAY");
    }
    boolean minus = tree.sign != null && tree.sign.getText().equals("-");
    String value = (minus ? "-" : "") + "(" + text + ")";
    return switch (unit) {
      case "YEAR" -> Expr.of("to_years(" + value + ")", Simple.MONTH_INTERVAL);
      case "MONTH" -> Expr.of("to_months(" + value + ")", Simple.MONTH_INTERVAL);
      case "DAY" -> Expr.of("to_days(" + value + ")", Simple.DAY_INTERVAL);
      case "HOUR" -> Expr.of("to_hours(" + value + ")", Simple.DAY_INTERVAL);
      case "MINUTE" -> Expr.of("to_minutes(" + value + ")", Simple.DAY_INTERVAL);
      case "SECOND" -> Expr.of("to_seconds(" + value + ")", Simple.DAY_INTERVAL);
      default ->
          throw Faults.unsupported(
              tree, "INTERVAL ... " + unit, "One of YEAR, MONTH, DAY, HOUR, MINUTE, SECOND");
    };
  }

  /** Whether an interval is a literal of hours, minutes or seconds: no date takes those. */
  static boolean isShorterThanDays(ParserRuleContext tree) {
    ParserRuleContext inner = Trees.unwrap(tree);
    if (inner instanceof CastContext) {
      return false;
    }
    IntervalContext interval =
        inner instanceof IntervalLiteralContext literal
            ? literal.interval()
            : inner instanceof IntervalContext plain ? plain : null;
    return interval != null
        && interval.intervalQualifier().getText().matches("(?i)hour|minute|second");
  }
}
