package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Numbers;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import io.trino.grammar.sql.SqlBaseParser.ArithmeticBinaryContext;

/** Dates and timestamps plus or minus intervals, and their differences. */
final class DateArithmetic {

  private final Session session;

  DateArithmetic(Session session) {
    this.session = session;
  }

  Expr binary(ArithmeticBinaryContext tree, Expr left, Expr right) {
    boolean plus = tree.PLUS() != null;
    boolean minus = tree.MINUS() != null;
    if (isInterval(right.type()) && isTime(left.type()) && (plus || minus)) {
      return shifted(tree, left, right);
    }
    if (isInterval(left.type()) && isTime(right.type()) && plus) {
      return shifted(tree, right, left);
    }
    if (isInterval(left.type()) && left.type() == right.type() && (plus || minus)) {
      return plain(tree, left, right, left.type());
    }
    if (isInterval(left.type()) && Numbers.isInteger(right.type()) && tree.ASTERISK() != null) {
      return plain(tree, left, right, left.type());
    }
    if (isInterval(right.type()) && Numbers.isInteger(left.type()) && tree.ASTERISK() != null) {
      return plain(tree, right, left, right.type());
    }
    if (isTime(left.type()) && isTime(right.type()) && minus) {
      return difference(tree, left, right);
    }
    throw Arithmetic.mismatch(tree, left, right);
  }

  private Expr shifted(ArithmeticBinaryContext tree, Expr time, Expr interval) {
    boolean inDays =
        Intervals.isShorterThanDays(tree.left) || Intervals.isShorterThanDays(tree.right);
    if (time.type() == Simple.DATE && inDays) {
      throw Faults.type(
          tree, "A date takes no hours, minutes or seconds", "CAST the date to TIMESTAMP");
    }
    String sql = "(" + time.sql() + " " + tree.operator.getText() + " " + interval.sql() + ")";
    if (time.type() == Simple.DATE) {
      return Expr.from("CAST(" + sql + " AS DATE)", Simple.DATE, time, interval);
    }
    boolean fine = interval.type() == Simple.DAY_INTERVAL;
    if (time.type() instanceof Timestamp timestamp) {
      int precision = fine ? Math.max(3, timestamp.precision()) : timestamp.precision();
      return Expr.from(sql, new Timestamp(precision), time, interval);
    }
    Zoned zoned = (Zoned) time.type();
    int precision = fine ? Math.max(3, zoned.precision()) : zoned.precision();
    Type type = new Zoned(precision, zoned.zone());
    return Expr.from(fine ? sql : inZone(tree, time, interval), type, time, interval);
  }

  /** Months are counted on the zone's calendar. */
  private static String inZone(ArithmeticBinaryContext tree, Expr time, Expr interval) {
    Expr local = Zones.local(time, tree);
    String shifted = local.sql() + " " + tree.operator.getText() + " " + interval.sql();
    return Zones.toInstant(shifted, ((Zoned) time.type()).zone().orElse("UTC"));
  }

  private Expr difference(ArithmeticBinaryContext tree, Expr left, Expr right) {
    Type common = Conversion.common(left, right, tree, "-");
    String l = Conversion.to(common, left, session).sql();
    String r = Conversion.to(common, right, session).sql();
    String sql =
        common == Simple.DATE
            ? "to_days(CAST(" + l + " - " + r + " AS INTEGER))"
            : "(" + l + " - " + r + ")";
    return Expr.from(sql, Simple.DAY_INTERVAL, left, right);
  }

  private static Expr plain(ArithmeticBinaryContext tree, Expr left, Expr right, Type type) {
    String sql = "(" + left.sql() + " " + tree.operator.getText() + " " + right.sql() + ")";
    return Expr.from(sql, type, left, right);
  }

  private static boolean isInterval(Type type) {
    return type == Simple.DAY_INTERVAL || type == Simple.MONTH_INTERVAL;
  }

  private static boolean isTime(Type type) {
    return type == Simple.DATE || type instanceof Timestamp || type instanceof Zoned;
  }
}
