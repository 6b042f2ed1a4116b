package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Numbers;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The functions on dates and times whose result depends on a unit, a pattern or a zone. */
final class TimeRules {

  static final Map<String, Rules.Rule> RULES = new HashMap<>();

  static {
    RULES.put("now", call -> new Zones(call.expecting(0, 0).session()).now(3));
    RULES.put("current_timezone", call -> Literals.text(call.session().zone()));
    RULES.put("date", TimeRules::date);
    RULES.put("date_add", TimeRules::add);
    RULES.put("date_diff", TimeRules::difference);
    RULES.put("date_trunc", TimeRules::truncate);
    RULES.put("date_format", TimeRules::format);
    RULES.put("date_parse", TimeRules::parse);
    RULES.put("format_datetime", TimeRules::formatJoda);
    RULES.put("to_unixtime", TimeRules::toUnix);
    RULES.put("from_unixtime", TimeRules::fromUnix);
    RULES.put("at_timezone", TimeRules::inZone);
    RULES.put("with_timezone", TimeRules::withZone);
    RULES.put("to_iso8601", TimeRules::toIso);
    RULES.put("from_iso8601_timestamp", TimeRules::fromIso);
  }

  private TimeRules() {}

  private static Expr date(Call call) {
    Expr value = call.expecting(1, 1).of(0);
    return new Casts(call.expressions()).cast(value, Simple.DATE, call.tree());
  }

  private static Expr add(Call call) {
    String unit = Units.checked(call.expecting(3, 3).literal(0), call.at(0));
    Expr count = Conversion.to(Simple.BIGINT, integer(call, 1), call.session());
    Expr time = time(call, 2);
    String interval = Units.interval(unit, count.sql());
    if (time.type() == Simple.DATE) {
      if (Units.isShorterThanDay(unit)) {
        throw Faults.type(call.at(0), "'" + unit + "' is not a unit of dates", "CAST to TIMESTAMP");
      }
      String sql = "CAST(" + time.sql() + " + " + interval + " AS DATE)";
      return Expr.from(sql, Simple.DATE, count, time);
    }
    Type type = time.type();
    boolean calendar = time.type() instanceof Zoned && !Units.isShorterThanDay(unit);
    String sql =
        calendar
            ? Zones.toInstant(
                Zones.local(time, call.tree()).sql() + " + " + interval, zone(time, call))
            : "(" + time.sql() + " + " + interval + ")";
    boolean finer = unit.equals("millisecond") && type instanceof Timestamp t && t.precision() < 3;
    return Expr.from(finer ? Casts.rounded(sql, (Timestamp) type) : sql, type, count, time);
  }

  private static String zone(Expr time, Call call) {
    Zones.local(time, call.tree());
    return ((Zoned) time.type()).zone().orElse("UTC");
  }

  private static Expr difference(Call call) {
    String unit = Units.checked(call.expecting(3, 3).literal(0), call.at(0));
    Expr from = time(call, 1);
    Expr to = time(call, 2);
    Type common = commonTime(call, from, to);
    if (common == Simple.DATE && Units.isShorterThanDay(unit)) {
      throw Faults.type(call.at(0), "'" + unit + "' is not a unit of dates", "CAST to TIMESTAMP");
    }
    Expr a = Zones.local(Conversion.to(common, from, call.session()), call.tree());
    Expr b = Zones.local(Conversion.to(common, to, call.session()), call.tree());
    if (common instanceof Zoned && Units.isShorterThanDay(unit)) {
      a = Conversion.to(common, from, call.session());
      b = Conversion.to(common, to, call.session());
    }
    String sql = "date_sub('" + unit + "', " + a.sql() + ", " + b.sql() + ")";
    return Expr.from(sql, Simple.BIGINT, from, to);
  }

  /** Instants are counted on the first one's calendar. */
  private static Type commonTime(Call call, Expr from, Expr to) {
    Type common = Conversion.common(from, to, call.tree(), "DATE_DIFF");
    if (!(common instanceof Zoned zoned)) {
      return common;
    }
    Optional<String> zone =
        from.type() instanceof Zoned first ? first.zone() : Optional.of(call.session().zone());
    return new Zoned(zoned.precision(), zone);
  }

  private static Expr truncate(Call call) {
    String unit = Units.checked(call.expecting(2, 2).literal(0), call.at(0));
    Expr time = time(call, 1);
    if (time.type() == Simple.DATE && Units.isShorterThanDay(unit)) {
      throw Faults.type(call.at(0), "'" + unit + "' is not a unit of dates", "CAST to TIMESTAMP");
    }
    Expr local = Zones.local(time, call.tree());
    String sql = "date_trunc('" + unit + "', " + local.sql() + ")";
    if (time.type() instanceof Zoned) {
      return Expr.from(Zones.toInstant(sql, zone(time, call)), time.type(), time);
    }
    return Expr.from("CAST(" + sql + " AS " + time.type().duck() + ")", time.type(), time);
  }

  private static Expr format(Call call) {
    Expr time = Zones.local(time(call.expecting(2, 2), 0), call.tree());
    String pattern = DatePatterns.mysql(call.literal(1), call.at(1));
    return written(time, pattern);
  }

  private static Expr formatJoda(Call call) {
    Expr time = Zones.local(time(call.expecting(2, 2), 0), call.tree());
    return written(time, DatePatterns.joda(call.literal(1), call.at(1)));
  }

  private static Expr written(Expr time, String pattern) {
    return Expr.from(
        "strftime(CAST(" + time.sql() + " AS TIMESTAMP), " + Sql.text(pattern) + ")",
        Simple.VARCHAR,
        time);
  }

  private static Expr parse(Call call) {
    Expr text = text(call.expecting(2, 2), 0);
    String pattern = DatePatterns.mysql(call.literal(1), call.at(1));
    String sql = "strptime(" + text.sql() + ", " + Sql.text(pattern.replace("%g000", "%f")) + ")";
    return Expr.from(Marks.at(Faults.position(call.tree()), sql), new Timestamp(3), text);
  }

  private static Expr toUnix(Call call) {
    Expr time = time(call.expecting(1, 1), 0);
    Type instant = new Zoned(6, Optional.of(call.session().zone()));
    Expr zoned = time.type() instanceof Zoned ? time : Conversion.to(instant, time, call.session());
    return Expr.from("epoch(" + zoned.sql() + ")", Simple.DOUBLE, time);
  }

  private static Expr fromUnix(Call call) {
    Expr seconds = call.expecting(1, 2).of(0);
    if (!Numbers.isNumber(seconds.type())) {
      throw Calls.mismatch("from_unixtime", call.all(), call.tree());
    }
    String number = Conversion.to(Simple.DOUBLE, seconds, call.session()).sql();
    String sql = "make_timestamptz(CAST(round(" + number + " * 1000) AS BIGINT) * 1000)";
    String zone =
        call.size() == 1 ? call.session().zone() : Zones.checked(call.literal(1), call.at(1));
    return Expr.from(sql, new Zoned(3, Optional.of(zone)), seconds);
  }

  private static Expr inZone(Call call) {
    Expr time = call.expecting(2, 2).of(0);
    return new Zones(call.session()).shown(time, call.literal(1), call.tree());
  }

  private static Expr withZone(Call call) {
    Expr time = call.expecting(2, 2).of(0);
    if (!(time.type() instanceof Timestamp timestamp)) {
      throw Calls.mismatch("with_timezone", call.all(), call.tree());
    }
    String zone = Zones.checked(call.literal(1), call.at(1));
    Type type = new Zoned(timestamp.precision(), Optional.of(zone));
    return Expr.from(Zones.toInstant(time.sql(), zone), type, time);
  }

  private static Expr toIso(Call call) {
    Expr time = time(call.expecting(1, 1), 0);
    if (time.type() == Simple.DATE) {
      return Expr.from("CAST(" + time.sql() + " AS VARCHAR)", Simple.VARCHAR, time);
    }
    if (time.type() instanceof Timestamp timestamp) {
      String text = TextOf.local(time.sql(), timestamp.precision());
      return Expr.from("replace(" + text + ", ' ', 'T')", Simple.VARCHAR, time);
    }
    Zoned zoned = (Zoned) time.type();
    if (!zoned.zone().orElse("").matches("UTC|Z|Etc/UTC|GMT")) {
      throw Faults.unsupported(call.tree(), "TO_ISO8601 in a zone other than UTC", "DATE_FORMAT");
    }
    String text = TextOf.local(Zones.local(time, call.tree()).sql(), zoned.precision());
    return Expr.from("(replace(" + text + ", ' ', 'T') || 'Z')", Simple.VARCHAR, time);
  }

  private static Expr fromIso(Call call) {
    Expr text = text(call.expecting(1, 1), 0);
    String form =
        "\\d{4}-\\d\\d-\\d\\d(T\\d\\d(:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?)?(Z|[+-]\\d\\d(:?\\d\\d)?)?)?";
    String guarded =
        "CASE WHEN NOT regexp_full_match("
            + text.sql()
            + ", "
            + Sql.text(form)
            + ") THEN '#' ELSE "
            + text.sql()
            + " END";
    String zoned = "regexp_matches(" + text.sql() + ", '(Z|[+-]\\d\\d:?\\d*)$')";
    String local = Zones.toInstant("CAST(" + guarded + " AS TIMESTAMP)", call.session().zone());
    String sql =
        "CASE WHEN length("
            + text.sql()
            + ") > 10 AND "
            + zoned
            + " THEN CAST("
            + guarded
            + " AS TIMESTAMPTZ) ELSE "
            + local
            + " END";
    return Expr.from(sql, new Zoned(3, Optional.empty()), text);
  }

  private static Expr time(Call call, int index) {
    Expr value = call.of(index);
    boolean time =
        value.type() == Simple.DATE
            || value.type() instanceof Timestamp
            || value.type() instanceof Zoned;
    if (value.type() == Simple.UNKNOWN) {
      return Conversion.to(new Timestamp(3), value, call.session());
    }
    if (!time) {
      throw Faults.type(
          call.at(index),
          call.name().toUpperCase(Locale.ROOT)
              + " needs a date or timestamp, not "
              + value.type().presto(),
          value.type() == Simple.VARCHAR ? "CAST the text to TIMESTAMP" : "");
    }
    return value;
  }

  private static Expr text(Call call, int index) {
    Expr value = call.of(index);
    if (value.type() != Simple.VARCHAR && value.type() != Simple.UNKNOWN) {
      throw Calls.mismatch(call.name(), call.all(), call.tree());
    }
    return Conversion.to(Simple.VARCHAR, value, call.session());
  }

  private static Expr integer(Call call, int index) {
    Expr value = call.of(index);
    if (!Numbers.isInteger(value.type()) && value.type() != Simple.UNKNOWN) {
      throw Calls.mismatch(call.name(), List.copyOf(call.all()), call.tree());
    }
    return value;
  }
}
