package dev.footfall.destinations.tiktok;

import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Rows and runs that TikTok's tests share. */
final class Samples {
  static final String EVENT_SET = "7654321098765432109";
  static final String EMAIL = "25ceeb072ff3db8e3c34745d512de1e1ba430f34419118960b0753aab64ea416";
  static final String PHONE = "70edb3d1f6a94110aaaabb76555f4b052d1db061c2ef34045fa53f09b7bd4ff8";
  static final long TIME = 1_772_648_530L;

  private Samples() {}

  /** A run on 2026-03-10 to an event set. */
  static TestRun run() {
    return unaddressed().set("event_set_id", EVENT_SET);
  }

  /** A run on 2026-03-10 to the event sets that rows name. */
  static TestRun unaddressed() {
    return TestRun.of(new TikTok())
        .set("advertiser_id", "7111111111111111111")
        .at("2026-03-10T00:00:00Z");
  }

  /** A run into files. */
  static TestRun file() {
    return TestRun.of(new TikTok()).set("mode", "csv_file").at("2026-03-10T00:00:00Z");
  }

  /** One complete row without order id. */
  static TestRows row() {
    return TestRows.one(
        "email", " Dana.Kim+VIP@Example.COM ",
        "phone", "(206) 555-0123",
        "event", "CompletePayment",
        "timestamp", "2026-03-04T18:22:10.500Z",
        "content_id", "SKU-100",
        "price", "24.50",
        "quantity", "2",
        "currency", "USD");
  }

  /** One complete row of an order. */
  static TestRows order() {
    return row().with("order_id", "A-10045");
  }

  /** The two rows of the worked example. */
  static TestRows example() {
    TestRows common =
        order()
            .with("shop_id", "store-0042")
            .with("event_channel", "in_store")
            .with("brand", "ACME Essentials");
    return common
        .with("content_name", "Rain Jacket")
        .with("content_category", "outerwear")
        .and(
            common
                .with("content_id", "SKU-200")
                .with("content_name", "Wool Socks")
                .with("content_category", "socks")
                .with("price", "9.99")
                .with("quantity", "1"));
  }

  /** A file beside the tests, its lines ended by LF alone. */
  static String resource(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
