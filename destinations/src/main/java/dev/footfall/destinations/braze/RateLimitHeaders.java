package dev.footfall.destinations.braze;

import dev.footfall.core.destination.HttpAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long Braze asks to wait, in the header styles of its plans. */
final class RateLimitHeaders {
  private static final long EPOCH_ABOVE = 1_000_000_000L;

  private RateLimitHeaders() {}

  /** The wait; empty when the answer names none. */
  static Optional<Duration> wait(HttpAnswer answer, Instant runStart) {
    return number(answer, "x-ratelimit-retry-after")
        .or(
            () ->
                number(answer, "x-ratelimit-remaining").filter(left -> left == 0).isPresent()
                    ? number(answer, "x-ratelimit-reset")
                        .map(reset -> untilReset(answer, reset, runStart))
                    : Optional.empty())
        .map(Duration::ofSeconds);
  }

  /** A large number is a point in time, a small one a wait. */
  private static long untilReset(HttpAnswer answer, long reset, Instant runStart) {
    return reset > EPOCH_ABOVE
        ? Math.max(0, reset - clock(answer, runStart).getEpochSecond())
        : reset;
  }

  /** Braze's own clock, where the answer tells it. */
  private static Instant clock(HttpAnswer answer, Instant runStart) {
    try {
      return answer
          .header("date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
          .orElse(runStart);
    } catch (DateTimeException garbage) {
      return runStart;
    }
  }

  private static Optional<Long> number(HttpAnswer answer, String name) {
    return answer
        .header(name)
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,12}"))
        .map(Long::parseLong);
  }
}
