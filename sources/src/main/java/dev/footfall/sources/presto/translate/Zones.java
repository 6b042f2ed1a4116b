package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import io.trino.grammar.sql.SqlBaseParser.AtTimeZoneContext;
import io.trino.grammar.sql.SqlBaseParser.TimeZoneStringContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The session's clock and zone, and moving between instants and local times. */
final class Zones {

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private final Session session;

  Zones(Session session) {
    this.session = session;
  }

  static String text(LocalDateTime time) {
    return MICROS.format(time);
  }

  static String instant(Instant instant) {
    return "TIMESTAMPTZ '" + text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "+00'";
  }

  Expr currentDate() {
    LocalDateTime now = local();
    return Expr.of("DATE '" + now.toLocalDate() + "'", Simple.DATE);
  }

  Expr now(int precision) {
    Instant now = session.options().now().truncatedTo(unit(precision));
    return Expr.of(instant(now), new Zoned(precision, Optional.of(session.zone())));
  }

  Expr localNow(int precision) {
    LocalDateTime now = local().truncatedTo(unit(precision));
    return Expr.of("TIMESTAMP '" + text(now) + "'", new Timestamp(precision));
  }

  private LocalDateTime local() {
    return LocalDateTime.ofInstant(session.options().now(), session.options().zone());
  }

  private static ChronoUnit unit(int precision) {
    return precision == 0
        ? ChronoUnit.SECONDS
        : precision <= 3 ? ChronoUnit.MILLIS : ChronoUnit.MICROS;
  }

  Expr atTimeZone(Expr value, AtTimeZoneContext tree) {
    if (tree.timeZoneSpecifier() instanceof TimeZoneStringContext zone) {
      return shown(value, Identifiers.text(zone.string()), tree);
    }
    throw Faults.unsupported(tree, "AT TIME ZONE INTERVAL", "Write '+02:00'");
  }

  /** The same instant, shown in another zone; local times are the session's. */
  Expr shown(Expr value, String zone, ParserRuleContext at) {
    int precision = precision(value.type());
    Type type = new Zoned(precision, Optional.of(checked(zone, at)));
    if (!(value.type() instanceof Zoned || value.type() instanceof Timestamp)) {
      throw Faults.type(at, "AT TIME ZONE needs a timestamp, not " + value.type().presto(), "");
    }
    return Conversion.to(type, value, session).as(Conversion.to(type, value, session).sql(), type);
  }

  static String checked(String zone, ParserRuleContext at) {
    try {
      return ZoneId.of(zone, ZoneId.SHORT_IDS).getId();
    } catch (DateTimeException unknown) {
      throw Faults.type(at, "'" + zone + "' is not a time zone", "Write 'America/New_York'");
    }
  }

  /** The local time an instant shows in its zone; other values stay. */
  static Expr local(Expr value, ParserRuleContext at) {
    if (!(value.type() instanceof Zoned zoned)) {
      return value;
    }
    String zone =
        zoned
            .zone()
            .orElseThrow(
                () ->
                    Faults.unsupported(
                        at,
                        "Reading the clock of a timestamp whose zone differs by row",
                        "Say which zone: ... AT TIME ZONE 'UTC'"));
    String sql = toLocal(value.sql(), zone);
    return value.as(sql, new Timestamp(zoned.precision()));
  }

  /** What the clock of a zone shows at an instant. */
  static String toLocal(String instant, String zone) {
    int offset = offset(zone);
    return offset == 0
        ? "timezone(" + Sql.text(named(zone)) + ", " + instant + ")"
        : "(timezone('UTC', " + instant + ") + to_seconds(" + offset + "))";
  }

  /** The instant at which the clock of a zone shows a local time. */
  static String toInstant(String local, String zone) {
    int offset = offset(zone);
    return offset == 0
        ? "timezone(" + Sql.text(named(zone)) + ", " + local + ")"
        : "timezone('UTC', " + local + " - to_seconds(" + offset + "))";
  }

  private static String named(String zone) {
    return ZoneId.of(zone).normalized() instanceof ZoneOffset ? "UTC" : zone;
  }

  /** DuckDB knows zones by name only: a fixed distance from UTC is added as seconds. */
  private static int offset(String zone) {
    return ZoneId.of(zone).normalized() instanceof ZoneOffset fixed ? fixed.getTotalSeconds() : 0;
  }

  private static int precision(Type type) {
    return type instanceof Timestamp t
        ? t.precision()
        : type instanceof Zoned z ? z.precision() : 3;
  }
}
