package dev.footfall.destinations.meta;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which event times Meta takes now, and until when.
 *
 * <p>Events older than seven days make Meta refuse the whole request; those from physical stores
 * may be older. Store events count by calendar days, because queries do.
 */
final class MetaWindow {
  private static final long DAY = 86_400;
  private static final long MARGIN = 600;
  private static final long AHEAD = 60;
  private static final int DAYS = 7;
  private static final int FIRST_DAYS = 62;

  private final long now;
  private final boolean firstSend;

  /** Starts of calendar days, from the oldest that is taken to the last that matters. */
  private final long[] days;

  MetaWindow(Instant now, ZoneId zone, boolean firstSend) {
    this.now = now.getEpochSecond();
    this.firstSend = firstSend;
    LocalDate oldest = now.atZone(zone).toLocalDate().minusDays(DAYS);
    this.days = new long[2 * DAYS + 4];
    for (int i = 0; i < days.length; i++) {
      days[i] = oldest.plusDays(i).atStartOfDay(zone).toEpochSecond();
    }
  }

  /** How many days back events are taken from a source. */
  int days(ActionSource source) {
    return firstSend && source == ActionSource.PHYSICAL_STORE ? FIRST_DAYS : DAYS;
  }

  boolean isTooOld(long seconds, ActionSource source) {
    if (source != ActionSource.PHYSICAL_STORE) {
      return seconds < now - DAYS * DAY + MARGIN;
    }
    return firstSend ? seconds < now - FIRST_DAYS * DAY + MARGIN : seconds < days[0];
  }

  boolean isInFuture(long seconds) {
    return seconds > now + AHEAD;
  }

  /** The last second at which an event may still be sent. */
  long expiresAt(long seconds, ActionSource source) {
    if (source != ActionSource.PHYSICAL_STORE) {
      return seconds + DAYS * DAY - MARGIN;
    }
    if (firstSend) {
      return seconds + FIRST_DAYS * DAY - MARGIN;
    }
    int day = 0;
    while (day + 1 < days.length && days[day + 1] <= seconds) {
      day++;
    }
    return days[Math.min(day + DAYS + 1, days.length - 1)] - 1;
  }
}
