package dev.footfall.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.json.EventJudge;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Finding;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Keys;
import dev.footfall.sandbox.json.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What makes Meta refuse an event that is right in form, and what makes two events one. */
final class MetaChecker implements EventJudge {
  static final int TOO_OLD = 2804003;
  static final int NO_VALUE = 2804009;
  static final int NO_CURRENCY = 2804010;
  static final int TOO_BROAD = 2804050;
  static final int INCOMPLETE = 2804019;
  static final int IN_FUTURE = 2804016;
  static final int POISONED = 2804001;

  private static final Duration WINDOW = Duration.ofDays(7);
  private static final Duration STORE_WINDOW = Duration.ofDays(62);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** Customer fields that are too broad when nothing else is given with them. */
  private static final List<Long> BROAD =
      List.of(
          MetaShapes.USER.bits("ct", "country", "st", "zp", "ge", "client_user_agent"),
          MetaShapes.USER.bits("db", "client_user_agent"),
          MetaShapes.USER.bits("fn", "ge"),
          MetaShapes.USER.bits("ln", "ge"));

  private final Instant now;
  private final Predicate<String> poisoned;

  MetaChecker(Instant now, Predicate<String> poisoned) {
    this.now = now;
    this.poisoned = poisoned;
  }

  @Override
  public Optional<Finding> judge(Facts event) {
    return time(event)
        .or(() -> money(event))
        .or(() -> identity(event))
        .or(() -> source(event))
        .or(() -> privacy(event))
        .or(() -> poison(event));
  }

  private Optional<Finding> time(Facts event) {
    boolean store = event.text(MetaShapes.ACTION_SOURCE).equals("physical_store");
    Instant time = Instant.ofEpochSecond(event.number(MetaShapes.EVENT_TIME));
    if (time.isBefore(now.minus(store ? STORE_WINDOW : WINDOW))) {
      String limit = store ? "62 days (physical_store)" : "7 days";
      return finding("event_time", "is older than " + limit, TOO_OLD);
    }
    return time.isAfter(now.plus(CLOCK_SKEW))
        ? finding("event_time", "is in the future", IN_FUTURE)
        : Optional.empty();
  }

  private static Optional<Finding> money(Facts event) {
    if (!event.text(MetaShapes.EVENT_NAME).equals("Purchase")) {
      return Optional.empty();
    }
    if (!event.has(MetaShapes.VALUE)) {
      return finding("custom_data.value", "is missing from a Purchase", NO_VALUE);
    }
    return event.has(MetaShapes.CURRENCY)
        ? Optional.empty()
        : finding("custom_data.currency", "is missing from a Purchase", NO_CURRENCY);
  }

  private static Optional<Finding> identity(Facts event) {
    long keys = event.number(MetaShapes.USER_DATA);
    boolean broad = BROAD.stream().anyMatch(set -> (keys & ~set) == 0);
    return broad
        ? finding(
            "user_data",
            "holds no customer field, or only ones too broad to match a person",
            TOO_BROAD)
        : Optional.empty();
  }

  private static Optional<Finding> source(Facts event) {
    return switch (event.text(MetaShapes.ACTION_SOURCE)) {
      case "website" -> website(event);
      case "app" ->
          event.has(MetaShapes.APP_DATA)
              ? Optional.empty()
              : finding("app_data", "is missing from an app event", INCOMPLETE);
      case "business_messaging" ->
          event.has(MetaShapes.CHANNEL)
              ? Optional.empty()
              : finding(
                  "messaging_channel", "is missing from a business_messaging event", INCOMPLETE);
      default -> Optional.empty();
    };
  }

  private static Optional<Finding> website(Facts event) {
    if (!event.has(MetaShapes.USER_AGENT)) {
      return finding("user_data.client_user_agent", "is missing from a website event", INCOMPLETE);
    }
    return event.has(MetaShapes.SOURCE_URL)
        ? Optional.empty()
        : finding("event_source_url", "is missing from a website event", INCOMPLETE);
  }

  private static Optional<Finding> privacy(Facts event) {
    return event.has(MetaShapes.LDU_COUNTRY) == event.has(MetaShapes.LDU_STATE)
        ? Optional.empty()
        : finding("data_processing_options", "needs country and state together", 0);
  }

  private Optional<Finding> poison(Facts event) {
    return poisoned.test(event.text(MetaShapes.EVENT_ID))
        ? finding("event_id", "belongs to an event that this sandbox was told to refuse", POISONED)
        : Optional.empty();
  }

  /**
   * Offline events of one dataset are the same when name, time and item number agree, and the order
   * id or, without one, all customer fields. Of the other sources the platform promises nothing for
   * server against server.
   */
  @Override
  public long key(Facts event, Slice json) {
    if (!event.text(MetaShapes.ACTION_SOURCE).equals("physical_store")) {
      return NO_KEY;
    }
    String order = event.text(MetaShapes.ORDER_ID);
    return Keys.of(
        event.text(MetaShapes.EVENT_NAME),
        Long.toString(event.number(MetaShapes.EVENT_TIME)),
        event.text(MetaShapes.ITEM_NUMBER),
        order,
        order.isEmpty() ? customer(json) : "");
  }

  private static String customer(Slice json) {
    Optional<JsonNode> event = Json.read(json.bytes());
    return event.map(node -> Keys.canonical(node.path("user_data"))).orElse("");
  }

  private static Optional<Finding> finding(String at, String reason, int code) {
    return Optional.of(new Finding(at, reason, code));
  }
}
