package dev.footfall.destinations.google;

/**
 * Which times Google takes, by the run's clock and with a margin for the way.
 *
 * @param now Unix seconds
 */
record GoogleWindow(long now) {
  /** Google keeps click ids so long. */
  static final int CLICK_DAYS = 90;

  /** Without a click it matches e-mails and phones of so many days. */
  static final int IDENTITY_DAYS = 63;

  private static final long DAY = 86_400;
  private static final long MARGIN = 600;
  private static final long AHEAD = 60;

  boolean isTooOld(long seconds, boolean hasClick) {
    return expiresAt(seconds, hasClick) < now;
  }

  boolean isInFuture(long seconds) {
    return seconds > now + AHEAD;
  }

  /** The last second at which an event may still be sent. */
  long expiresAt(long seconds, boolean hasClick) {
    return seconds + (hasClick ? CLICK_DAYS : IDENTITY_DAYS) * DAY - MARGIN;
  }
}
