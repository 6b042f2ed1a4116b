package dev.footfall.sandbox.pinterest;

import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What makes Pinterest fail an event that is right in form, and what makes one look like another.
 */
final class PinterestChecker implements EventJudge {
  private static final Duration WINDOW = Duration.ofDays(7);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final long ALONE = PinterestShapes.USER_KEYS.bits("em", "hashed_maids");
  private static final long PAIR =
      PinterestShapes.USER_KEYS.bits("client_ip_address", "client_user_agent");

  private final Instant now;
  private final boolean idRequired;
  private final Predicate<String> poisoned;
  private boolean withoutMoney;

  PinterestChecker(Instant now, boolean idRequired, Predicate<String> poisoned) {
    this.now = now;
    this.idRequired = idRequired;
    this.poisoned = poisoned;
  }

  /**
   * Whether an event without value or currency was seen, which the platform accepts but guesses
   * about.
   */
  boolean sawNoMoney() {
    return withoutMoney;
  }

  @Override
  public Optional<Finding> judge(Facts event) {
    long user = event.number(PinterestShapes.USER);
    String id = event.text(PinterestShapes.EVENT_ID);
    if ((user & ALONE) == 0 && (user & PAIR) != PAIR) {
      return finding(
          "user_data", "needs em, hashed_maids, or client_ip_address and client_user_agent");
    } else if (id.isEmpty() && idRequired) {
      return finding("event_id", "must not be empty");
    } else if (poisoned.test(id)) {
      return finding("event_id", "belongs to an event that this sandbox was told to refuse");
    }
    withoutMoney |= !event.has(PinterestShapes.VALUE) || !event.has(PinterestShapes.CURRENCY);
    return time(event.number(PinterestShapes.TIME));
  }

  private Optional<Finding> time(long second) {
    Instant time = Instant.ofEpochSecond(second);
    String both =
        "Current timestamp: " + now.getEpochSecond() + ", Given event_timestamp: " + second;
    if (time.isBefore(now.minus(WINDOW))) {
      return finding(
          "event_time",
          "Invalid event_timestamp parameter. Given timestamp is in the past. " + both);
    }
    return time.isAfter(now.plus(CLOCK_SKEW))
        ? finding(
            "event_time",
            "Invalid event_timestamp parameter. Given timestamp is in the future. " + both)
        : Optional.empty();
  }

  /** The platform recognises no offline duplicates; the key only serves to notice repetitions. */
  @Override
  public long key(Facts event, Slice json) {
    String id = event.text(PinterestShapes.EVENT_ID);
    return id.isEmpty() ? NO_KEY : Keys.of(id);
  }

  private static Optional<Finding> finding(String at, String reason) {
    return Optional.of(new Finding(at, reason, 0));
  }
}
