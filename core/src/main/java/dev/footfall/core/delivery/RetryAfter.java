package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Reading;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header {@code Retry-After}: seconds or an HTTP date in any of its forms (RFC 9110, 10.2.3);
 * anything else counts as absent.
 */
public final class RetryAfter {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** As dates are written today, and in the two former ways that count as well. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          date("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
          date("EEE MMM ppd HH:mm:ss yyyy"));

  private RetryAfter() {}

  /** How long the answer asks to wait; empty when it does not. */
  public static Optional<Duration> of(HttpAnswer answer, Instant now) {
    return answer.header("retry-after").map(String::strip).flatMap(v -> read(v, now));
  }

  /** The run stops rather than wait for so long; empty when the wait is bearable. */
  static Optional<Reading> tooLong(Duration wait, String words, Line line) {
    Instant until = line.time().now().plus(wait);
    return isBearable(wait) && !until.isAfter(line.deadline())
        ? Optional.empty()
        : Optional.of(stop(wait, words, line));
  }

  /** Whether a run waits for so long. */
  static boolean isBearable(Duration wait) {
    return wait.compareTo(LONGEST) <= 0;
  }

  /** The end of a run that may not send for so long, as others know already. */
  static Reading.Stop held(Duration hold, Line line) {
    return line.pace()
        .left()
        .filter(left -> left.requests() == 0)
        .map(RetryAfter::usedUp)
        .orElseGet(() -> stop(hold, "it said so before", line));
  }

  private static Reading.Stop usedUp(Pace.Left left) {
    return new Reading.Stop(
        Code.RETRY_LATER,
        "all "
            + left.quota().requests()
            + " requests of the day are made; run again from "
            + wholeSecond(left.until())
            + " on");
  }

  /** The end of a run that would have to wait for so long. */
  static Reading.Stop stop(Duration wait, String words, Line line) {
    Instant until = wholeSecond(line.pace().clock().now().plus(wait));
    return new Reading.Stop(
        Code.RATE_LIMITED, "the platform asks to wait until " + until + ": " + words);
  }

  /** For people; never a moment too early. */
  private static Instant wholeSecond(Instant time) {
    Instant second = time.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(time) ? second : second.plusSeconds(1);
  }

  private static Optional<Duration> read(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    for (DateTimeFormatter form : DATES) {
      try {
        Duration wait = Duration.between(now, form.parse(value, Instant::from));
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
      } catch (DateTimeException other) {
        // perhaps the next form
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter date(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
