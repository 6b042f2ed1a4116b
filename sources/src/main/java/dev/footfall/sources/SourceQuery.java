package dev.footfall.sources;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * One SELECT and all that its meaning depends on; it reads no clock.
 *
 * @param sql one SELECT; {@code :window_start} and {@code :window_days} stand for the window
 * @param dialect whose SQL it is
 * @param now what the current time means
 * @param zone the zone of zone-less times
 * @param window how far the run looks back
 * @param limit most rows to return
 */
public record SourceQuery(
    String sql, Dialect dialect, Instant now, ZoneId zone, Window window, long limit) {
  /** No limit on the number of rows. */
  public static final long ALL_ROWS = Long.MAX_VALUE;

  /** What the two placeholders stand for. */
  public record Window(Instant start, int days) {}

  /** Presto SQL in UTC, looking back seven days, all rows. */
  public static SourceQuery presto(String sql, Instant now) {
    Window week = new Window(now.minus(Duration.ofDays(7)), 7);
    return new SourceQuery(sql, Dialect.PRESTO, now, ZoneOffset.UTC, week, ALL_ROWS);
  }

  /** The same in another dialect. */
  public SourceQuery dialect(Dialect newDialect) {
    return new SourceQuery(sql, newDialect, now, zone, window, limit);
  }

  /** The same in another zone. */
  public SourceQuery in(ZoneId newZone) {
    return new SourceQuery(sql, dialect, now, newZone, window, limit);
  }

  /** The same with another window. */
  public SourceQuery lookingBack(Instant start, int days) {
    return new SourceQuery(sql, dialect, now, zone, new Window(start, days), limit);
  }

  /** The same, at most so many rows. */
  public SourceQuery limit(long newLimit) {
    return new SourceQuery(sql, dialect, now, zone, window, newLimit);
  }
}
