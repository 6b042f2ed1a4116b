package dev.footfall.sources.presto.translate;

import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;

/** The units of DATE_ADD, DATE_DIFF and DATE_TRUNC. */
final class Units {

  private static final List<String> ALL =
      List.of("millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year");

  private Units() {}

  static String checked(String unit, ParserRuleContext at) {
    String lower = unit.toLowerCase(Locale.ROOT);
    if (!ALL.contains(lower)) {
      throw Faults.type(at, "'" + unit + "' is not a unit", "There are " + String.join(", ", ALL));
    }
    return lower;
  }

  static boolean isShorterThanDay(String unit) {
    return ALL.indexOf(unit) < ALL.indexOf("day");
  }

  static String interval(String unit, String count) {
    return switch (unit) {
      case "millisecond" -> "to_milliseconds(" + count + ")";
      case "second" -> "to_seconds(" + count + ")";
      case "minute" -> "to_minutes(" + count + ")";
      case "hour" -> "to_hours(" + count + ")";
      case "day" -> "to_days(CAST(" + count + " AS INTEGER))";
      case "week" -> "to_days(CAST(7 * " + count + " AS INTEGER))";
      case "month" -> "to_months(CAST(" + count + " AS INTEGER))";
      case "quarter" -> "to_months(CAST(3 * " + count + " AS INTEGER))";
      default -> "to_years(CAST(" + count + " AS INTEGER))";
    };
  }
}
