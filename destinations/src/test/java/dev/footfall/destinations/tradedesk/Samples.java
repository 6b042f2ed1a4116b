package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.destination.Resolution.Resolved;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows and runs for tests, all of them on 2026-11-20 at noon. */
final class Samples {
  static final String NOW = "2026-11-20T12:00:00Z";

  private Samples() {}

  /** A run with the example's settings. */
  static TestRun run() {
    return TestRun.of(new TradeDesk())
        .at(NOW)
        .set("advertiser_id", "acmeadvertiser")
        .set("offline_data_provider_id", "acmeoffline")
        .set("tracking_tag_id", "tag0001");
  }

  /** One purchase of one person. */
  static TestRows order() {
    return TestRows.one(
        "email", "jane.doe@gmail.com",
        "timestamp", "2026-11-18T15:09:26Z",
        "orderid", "SO-1",
        "value", "64.30",
        "valuecurrency", "USD");
  }

  /** The rows of the documented example: two lines of one order. */
  static TestRows example() {
    return TestRows.of(
            "email",
            "phone",
            "timestamp",
            "orderid",
            "value",
            "valuecurrency",
            "eventname",
            "item_code",
            "cat",
            "price",
            "qty",
            "city",
            "region",
            "country",
            "storeid",
            "TD1")
        .row(line("TEE-BLK-M", "Tops", "$19.90", 2, "Washington", "US"))
        .row(line("CAP-RED", "Hats", "$24.50", 1, "WA", "USA"));
  }

  private static Object[] line(
      String code, String cat, String price, int quantity, String region, String country) {
    return new Object[] {
      "Jane.Doe+promo@Gmail.com",
      "(206) 555-0142",
      "2026-11-18 15:09:26",
      "SO-100234",
      "64.30",
      "USD",
      "purchase",
      code,
      cat,
      price,
      quantity,
      "Seattle",
      region,
      country,
      "S-014",
      "spring"
    };
  }

  /** What the sandbox's operator answers for a hash. */
  static String uid2(String hash) {
    return base64("footfall-double|UID2|" + hash);
  }

  /** Base64 of a text's SHA-256. */
  static String base64(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  /** The items of a mapping, every hash known to the operator. */
  static List<String> items(TestRun run, TestRows rows) {
    Resolution map = map(run, rows);
    return run.map(rows).events().stream().map(event -> text(found(map, event))).toList();
  }

  /** The event with what the sandbox's operator would answer. */
  static Event found(Resolution map, Event event) {
    Map<String, String> found = new HashMap<>();
    map.wanted(event).forEach(name -> found.put(name, uid2(name.substring(2))));
    return ((Resolved.Ready) map.resolve(event, found)).event();
  }

  static Resolution map(TestRun run, TestRows rows) {
    return ((HttpDelivery) run.route(rows).delivery()).resolution().orElseThrow();
  }

  static String text(Event event) {
    return new String(event.body(), StandardCharsets.UTF_8);
  }

  /** The only item of rows that give one. */
  static String item(TestRows rows) {
    List<String> items = items(run(), rows);
    if (items.size() != 1) {
      Mapped mapped = run().map(rows);
      throw new AssertionError(items.size() + " events; rejected: " + mapped.rejected());
    }
    return items.get(0);
  }
}
