package dev.footfall.core.normalise;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Turns local times of a zone into instants, remembering the stretches between two clock changes.
 *
 * <p>A time that occurs twice is its first occurrence; one that is skipped moves forward by the
 * gap. Not safe for use by several threads.
 */
final class LocalZone {
  private static final int REMEMBERED = 4;

  private final ZoneRules rules;
  private final long[] from = new long[REMEMBERED];
  private final long[] to = new long[REMEMBERED];
  private final int[] offsets = new int[REMEMBERED];
  private int oldest;
  private boolean assumed;

  LocalZone(ZoneId zone) {
    rules = zone.getRules();
  }

  /** Seconds since the epoch for seconds since 1970-01-01T00:00 on the zone's clocks. */
  long instant(long local) {
    for (int i = 0; i < REMEMBERED; i++) {
      if (local >= from[i] && local < to[i]) {
        assumed = false;
        return local - offsets[i];
      }
    }
    return lookedUp(local);
  }

  /** Whether the last time asked for occurs twice or never. */
  boolean assumed() {
    return assumed;
  }

  private long lookedUp(long local) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
    ZoneOffsetTransition change = rules.getTransition(time);
    assumed = change != null;
    if (change != null) {
      return local - change.getOffsetBefore().getTotalSeconds();
    }
    int offset = rules.getOffset(time).getTotalSeconds();
    remember(Instant.ofEpochSecond(local - offset), offset);
    return local - offset;
  }

  private void remember(Instant instant, int offset) {
    ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
    ZoneOffsetTransition after = rules.nextTransition(instant);
    from[oldest] = before == null ? Long.MIN_VALUE : later(before);
    to[oldest] = after == null ? Long.MAX_VALUE : earlier(after);
    offsets[oldest] = offset;
    oldest = (oldest + 1) % REMEMBERED;
  }

  private static long later(ZoneOffsetTransition change) {
    return Math.max(onClock(change.getDateTimeBefore()), onClock(change.getDateTimeAfter()));
  }

  private static long earlier(ZoneOffsetTransition change) {
    return Math.min(onClock(change.getDateTimeBefore()), onClock(change.getDateTimeAfter()));
  }

  private static long onClock(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }
}
