package dev.footfall.core.delivery;

import dev.footfall.core.destination.HttpAnswer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The header {@code Retry-After}: seconds or an HTTP date (RFC 9110, 10.2.3); anything else counts
 * as absent.
 */
final class RetryAfter {
  private RetryAfter() {}

  static Optional<Duration> of(HttpAnswer answer, Instant now) {
    return answer.header("retry-after").map(String::strip).flatMap(v -> read(v, now));
  }

  private static Optional<Duration> read(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, at);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException garbage) {
      return Optional.empty();
    }
  }
}
