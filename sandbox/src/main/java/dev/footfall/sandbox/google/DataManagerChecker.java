package dev.footfall.sandbox.google;

import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Slice;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes the Data Manager refuse an event that is right in form. For one request only. */
final class DataManagerChecker implements EventJudge {
  private static final Duration CLICK_WINDOW = Duration.ofDays(90);
  private static final Duration USER_WINDOW = Duration.ofDays(63);
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Instant now;
  private final Predicate<String> poisoned;
  private final List<Integer> cartsWithBraid = new ArrayList<>();
  private boolean userData;
  private boolean outsideStores;
  private boolean withoutStore;
  private int next;

  DataManagerChecker(Instant now, Predicate<String> poisoned) {
    this.now = now;
    this.poisoned = poisoned;
  }

  /** Events whose cart Google will not look at. */
  List<Integer> cartsWithBraid() {
    return cartsWithBraid;
  }

  /** Whether any event carries user data, so that the encoding must be named. */
  boolean sawUserData() {
    return userData;
  }

  /** Whether any event happened elsewhere than in a store. */
  boolean sawOutsideStores() {
    return outsideStores;
  }

  /** Whether any event does not say in which store it happened. */
  boolean sawNoStore() {
    return withoutStore;
  }

  @Override
  public Optional<Finding> judge(Facts event) {
    boolean braid = event.has(DataManagerShapes.GBRAID) || event.has(DataManagerShapes.WBRAID);
    boolean click = braid || event.has(DataManagerShapes.GCLID);
    if (braid && event.has(DataManagerShapes.CART) && !event.has(DataManagerShapes.GCLID)) {
      cartsWithBraid.add(next);
    }
    next++;
    userData |= event.has(DataManagerShapes.IDENTIFIERS);
    outsideStores |= !event.text(DataManagerShapes.SOURCE).equals("IN_STORE");
    withoutStore |= !event.has(DataManagerShapes.STORE);
    if (!click && !event.has(DataManagerShapes.IDENTIFIERS)) {
      return finding(
          "userData", "or ad identifiers must be there", DataManagerReason.NO_IDENTIFIERS_PROVIDED);
    } else if (event.has(DataManagerShapes.GBRAID) && event.has(DataManagerShapes.WBRAID)) {
      return finding("adIdentifiers", "holds gbraid and wbraid", DataManagerReason.INVALID_EVENT);
    } else if (poisoned.test(event.text(DataManagerShapes.ORDER))) {
      return finding("transactionId", "was told to be refused", DataManagerReason.INVALID_EVENT);
    }
    return time(event, click ? CLICK_WINDOW : USER_WINDOW);
  }

  private Optional<Finding> time(Facts event, Duration window) {
    DataManagerReason invalid = DataManagerReason.EVENT_TIME_INVALID;
    try {
      Instant time = OffsetDateTime.parse(event.text(DataManagerShapes.TIME)).toInstant();
      if (time.isBefore(now.minus(window))) {
        return finding("eventTimestamp", "is older than " + window.toDays() + " days", invalid);
      }
      return time.isAfter(now.plus(AHEAD))
          ? finding("eventTimestamp", "is in the future", invalid)
          : Optional.empty();
    } catch (DateTimeException e) {
      return finding("eventTimestamp", "is no real date and time", invalid);
    }
  }

  @Override
  public long key(Facts event, Slice json) {
    String order = event.text(DataManagerShapes.ORDER);
    return order.isEmpty() ? NO_KEY : Keys.of("order", order, "");
  }

  private static Optional<Finding> finding(String at, String reason, DataManagerReason why) {
    return Optional.of(new Finding(at, reason, why.number()));
  }
}
