package dev.footfall.sandbox.tiktok;

import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes TikTok refuse an event that is right in form, and what makes two events one. */
final class TikTokChecker implements EventJudge {
  static final Duration WINDOW = Duration.ofDays(28);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final long IDENTITY = TikTokShapes.USER_KEYS.bits("email", "phone");

  private final Instant now;
  private final Predicate<String> poisoned;

  TikTokChecker(Instant now, Predicate<String> poisoned) {
    this.now = now;
    this.poisoned = poisoned;
  }

  @Override
  public Optional<Finding> judge(Facts event) {
    Instant time = Instant.ofEpochSecond(event.number(TikTokShapes.TIME));
    if (time.isBefore(now.minus(WINDOW))) {
      return finding("event_time", "is older than 28 days");
    } else if (time.isAfter(now.plus(CLOCK_SKEW))) {
      return finding("event_time", "is in the future");
    } else if ((event.number(TikTokShapes.USER) & IDENTITY) == 0) {
      return finding("user", "needs email or phone");
    } else if (event.has(TikTokShapes.VALUE) && !event.has(TikTokShapes.CURRENCY)) {
      return finding("properties.currency", "is missing beside value");
    }
    return poisoned.test(event.text(TikTokShapes.EVENT_ID))
        ? finding("event_id", "belongs to an event that this sandbox was told to refuse")
        : Optional.empty();
  }

  @Override
  public long key(Facts event, Slice json) {
    String id = event.text(TikTokShapes.EVENT_ID);
    return id.isEmpty() ? NO_KEY : Keys.of(id, event.text(TikTokShapes.EVENT));
  }

  private static Optional<Finding> finding(String at, String reason) {
    return Optional.of(new Finding(at, reason, 0));
  }
}
