package dev.footfall.sandbox.google;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** The customer that the sandbox knows, its manager, and its conversion actions. */
final class GoogleAccount {
  static final String CUSTOMER = "1234567890";
  static final String MANAGER = "1112223333";

  /** A customer whose conversions are booked on {@link #CUSTOMER}. */
  static final String CLIENT = "2223334444";

  private static final Duration FRESH = Duration.ofHours(6);
  private static final int MOST = 1000;
  private static final List<ConversionAction> DOCUMENTED =
      List.of(
          action("987654321", "Store purchases", ConversionAction.CLICKS),
          action("987654322", "Store sales", ConversionAction.STORE_SALES),
          new ConversionAction(
              "987654323",
              "Removed",
              ConversionAction.CLICKS,
              "REMOVED",
              "MANY_PER_CLICK",
              Instant.MIN),
          new ConversionAction(
              "987654324",
              "One per click",
              ConversionAction.CLICKS,
              "ENABLED",
              "ONE_PER_CLICK",
              Instant.MIN));

  private final Set<String> further;
  private final Map<String, ConversionAction> actions = new ConcurrentSkipListMap<>();
  private final AtomicLong serial = new AtomicLong(990_000_000);

  GoogleAccount(Set<String> further) {
    this.further = further;
    reset();
  }

  private static ConversionAction action(String id, String name, String type) {
    return new ConversionAction(id, name, type, "ENABLED", "MANY_PER_CLICK", Instant.MIN);
  }

  boolean knows(String customer) {
    return customer.equals(CUSTOMER) || customer.equals(CLIENT);
  }

  Collection<ConversionAction> actions() {
    return actions.values();
  }

  Optional<ConversionAction> action(String id) {
    return Optional.ofNullable(actions.get(id)).filter(found -> found.status().equals("ENABLED"));
  }

  /** Makes one; empty when there is one of that name. */
  Optional<ConversionAction> create(String name, String type, String counting, Instant now) {
    if (actions.size() >= MOST || actions().stream().anyMatch(one -> one.name().equals(name))) {
      return Optional.empty();
    }
    String id = String.valueOf(serial.incrementAndGet());
    ConversionAction made =
        new ConversionAction(id, name, type, "ENABLED", counting, now.plus(FRESH));
    actions.put(id, made);
    return Optional.of(made);
  }

  void reset() {
    actions.clear();
    DOCUMENTED.forEach(one -> actions.put(one.id(), one));
    further.forEach(id -> actions.put(id, action(id, "Action " + id, ConversionAction.CLICKS)));
  }
}
