package dev.footfall.sandbox.snapchat;

import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes Snapchat refuse an event that is right in form, and what makes two events one. */
final class SnapchatChecker implements EventJudge {
  static final Duration WINDOW = Duration.ofDays(37);
  static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
  static final int TIME_CODE = 508;
  static final int MONEY_CODE = 512;
  static final int IDENTITY_CODE = 517;
  static final int POISON_CODE = 599;
  private static final int CALIFORNIA = 1000;

  private static final long ENOUGH = SnapchatShapes.USER_KEYS.bits("em", "ph", "madid");
  private static final long DEVICE =
      SnapchatShapes.USER_KEYS.bits("client_ip_address", "client_user_agent");

  private final Instant now;
  private final Predicate<String> poisoned;

  SnapchatChecker(Instant now, Predicate<String> poisoned) {
    this.now = now;
    this.poisoned = poisoned;
  }

  @Override
  public Optional<Finding> judge(Facts event) {
    return time(event)
        .or(() -> identity(event))
        .or(() -> money(event))
        .or(() -> privacy(event))
        .or(() -> poison(event));
  }

  private Optional<Finding> time(Facts event) {
    Instant time = Instant.ofEpochSecond(event.number(SnapchatShapes.TIME));
    if (time.isBefore(now.minus(WINDOW))) {
      return finding("event_time", "is older than 37 days", TIME_CODE);
    }
    return time.isAfter(now.plus(CLOCK_SKEW))
        ? finding("event_time", "is in the future", TIME_CODE)
        : Optional.empty();
  }

  private static Optional<Finding> identity(Facts event) {
    long keys = event.number(SnapchatShapes.USER);
    return (keys & ENOUGH) != 0 || (keys & DEVICE) == DEVICE
        ? Optional.empty()
        : finding(
            "user_data",
            "needs em, ph, madid, or client_ip_address with client_user_agent",
            IDENTITY_CODE);
  }

  private static Optional<Finding> money(Facts event) {
    if (!event.text(SnapchatShapes.NAME).equals(SnapchatShapes.PURCHASE)) {
      return Optional.empty();
    } else if (!event.has(SnapchatShapes.VALUE)) {
      return finding("custom_data.value", "is missing on a PURCHASE", MONEY_CODE);
    }
    return event.has(SnapchatShapes.CURRENCY)
        ? Optional.empty()
        : finding("custom_data.currency", "is missing on a PURCHASE", MONEY_CODE);
  }

  private static Optional<Finding> privacy(Facts event) {
    boolean placed = event.has(SnapchatShapes.COUNTRY) || event.has(SnapchatShapes.STATE);
    if (placed && !event.has(SnapchatShapes.PROCESSING)) {
      return finding("data_processing_options", "is missing beside its country or state", 0);
    }
    long state = event.number(SnapchatShapes.STATE);
    return state != 0 && state != CALIFORNIA
        ? finding("data_processing_options_state", "must be 0 or 1000", 0)
        : Optional.empty();
  }

  private Optional<Finding> poison(Facts event) {
    return poisoned.test(event.text(SnapchatShapes.EVENT_ID))
        ? finding(
            "event_id", "belongs to an event that this sandbox was told to refuse", POISON_CODE)
        : Optional.empty();
  }

  @Override
  public long key(Facts event, Slice json) {
    return Keys.of("id", event.text(SnapchatShapes.NAME), event.text(SnapchatShapes.EVENT_ID));
  }

  @Override
  public long otherKey(Facts event) {
    boolean order =
        event.has(SnapchatShapes.ORDER_ID)
            && event.text(SnapchatShapes.NAME).equals(SnapchatShapes.PURCHASE);
    return order ? Keys.of("order", event.text(SnapchatShapes.ORDER_ID)) : NO_KEY;
  }

  private static Optional<Finding> finding(String at, String reason, int code) {
    return Optional.of(new Finding(at, reason, code));
  }
}
