package dev.footfall.sources.presto;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What a translation needs besides the SQL.
 *
 * @param now what CURRENT_TIMESTAMP means, fixed at the start of a run
 * @param zone the session's zone: CURRENT_DATE is a day of this zone
 * @param schema the tables
 * @param strictSql whether the tolerances for slightly wrong SQL are off
 * @param window what {@code :window_start} and {@code :window_days} stand for
 */
public record Options(
    Instant now, ZoneId zone, Schema schema, boolean strictSql, Optional<Window> window) {

  /** The days a run looks back: what the two placeholders mean. */
  public record Window(Instant start, int days) {}

  /** Tolerant, in UTC, without a window. */
  public static Options at(Instant now, Schema schema) {
    return new Options(now, ZoneOffset.UTC, schema, false, Optional.empty());
  }

  public Options in(ZoneId sessionZone) {
    return new Options(now, sessionZone, schema, strictSql, window);
  }

  public Options strict() {
    return new Options(now, zone, schema, true, window);
  }

  public Options window(Instant start, int days) {
    return new Options(now, zone, schema, strictSql, Optional.of(new Window(start, days)));
  }
}
