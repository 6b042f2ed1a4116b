package dev.footfall.sandbox.tradedesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Slice;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What makes an item fail that is right in form, and what makes two items one. One request only.
 */
final class TradeDeskChecker implements EventJudge {
  static final Duration WINDOW = Duration.ofDays(30);
  private static final Duration AHEAD = Duration.ofHours(1);
  private static final int FAMILY = 4;

  private final Instant now;
  private final Set<String> tags;
  private final Set<String> merchants;
  private final Predicate<String> poisoned;
  private final Map<Integer, JsonNode> arrays = new HashMap<>();
  private int good;

  TradeDeskChecker(
      Instant now, Set<String> tags, Set<String> merchants, Predicate<String> poisoned) {
    this.now = now;
    this.tags = tags;
    this.merchants = merchants;
    this.poisoned = poisoned;
  }

  /** The {@code UserIdArray} of each good item that has one, by its place among the good. */
  Map<Integer, JsonNode> arrays() {
    return arrays;
  }

  @Override
  public Optional<Finding> judge(Facts item) {
    return identity(item).or(() -> time(item)).or(() -> place(item)).or(() -> known(item));
  }

  private static Optional<Finding> identity(Facts item) {
    long ids =
        IntStream.rangeClosed(TradeDeskShapes.UID2, TradeDeskShapes.ARRAY)
            .filter(item::has)
            .count();
    long family = IntStream.range(0, FAMILY).filter(item::has).count();
    if (ids == 0) {
      return finding("", "needs an identifier", Failure.IDENTITY_MISSING);
    }
    return family > 1
        ? finding("", "has two identifiers of the UID2 family", Failure.IDENTITY_INVALID)
        : Optional.empty();
  }

  private Optional<Finding> time(Facts item) {
    try {
      Instant time = Instant.parse(item.text(TradeDeskShapes.TIME));
      if (time.isBefore(now.minus(WINDOW))) {
        return finding("TimestampUtc", "is older than 30 days", Failure.TIME);
      }
      return time.isAfter(now.plus(AHEAD))
          ? finding("TimestampUtc", "is in the future", Failure.TIME)
          : Optional.empty();
    } catch (DateTimeException e) {
      return finding("TimestampUtc", "is no real date and time", Failure.TIME);
    }
  }

  private static Optional<Finding> place(Facts item) {
    if (item.has(TradeDeskShapes.COUNTRY) && !item.has(TradeDeskShapes.REGION)) {
      return finding("Region", "is missing beside Country", Failure.FORM);
    } else if (item.text(TradeDeskShapes.COUNTRY).equals("CHN")) {
      return finding("Country", "must not be China", Failure.CHINA);
    }
    return item.has(TradeDeskShapes.CURRENCY) && !item.has(TradeDeskShapes.VALUE)
        ? finding("Value", "is missing beside ValueCurrency", Failure.FORM)
        : Optional.empty();
  }

  private Optional<Finding> known(Facts item) {
    if (!tags.contains(item.text(TradeDeskShapes.TAG))) {
      return finding("TrackingTagId", "is not known here", Failure.TAG);
    } else if (item.has(TradeDeskShapes.MERCHANT)
        && !merchants.contains(item.text(TradeDeskShapes.MERCHANT))) {
      return finding("MerchantId", "is not known here", Failure.MERCHANT);
    }
    return poisoned.test(item.text(TradeDeskShapes.ORDER))
        ? finding("OrderId", "belongs to an order told to be refused", Failure.UNKNOWN)
        : Optional.empty();
  }

  @Override
  public long key(Facts item, Slice json) {
    StringBuilder identity = new StringBuilder();
    for (int slot = TradeDeskShapes.UID2; slot <= TradeDeskShapes.IMPRESSION; slot++) {
      identity.append(item.text(slot)).append(' ');
    }
    if (item.has(TradeDeskShapes.ARRAY)) {
      JsonNode array =
          Json.read(json.bytes()).map(node -> node.path("UserIdArray")).orElseGet(Json::object);
      arrays.put(good, array);
      identity.append(array);
    }
    good++;
    return item.has(TradeDeskShapes.ORDER)
        ? Keys.of(
            item.text(TradeDeskShapes.TAG),
            item.text(TradeDeskShapes.ORDER),
            item.text(TradeDeskShapes.VALUE),
            identity.toString())
        : NO_KEY;
  }

  private static Optional<Finding> finding(String at, String reason, Failure failure) {
    return Optional.of(new Finding(at, reason, failure.number()));
  }
}
