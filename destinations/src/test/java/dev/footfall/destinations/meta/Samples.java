package dev.footfall.destinations.meta;

import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;

/** Rows and runs that Meta's tests share. */
final class Samples {
  static final long NOW = 1_795_251_600L;
  static final String EMAIL_HASH =
      "7120f4acc1e8fbfe9733aa58f7459cbce70d7bd46a1e17974c2f896efeb36eae";

  private Samples() {}

  /** A run at 2026-11-21T09:00:00Z to a dataset. */
  static TestRun run() {
    return TestRun.of(new Meta()).set("dataset_id", "1234567890");
  }

  /** One complete row without order id. */
  static TestRows row() {
    return TestRows.one(
        "email", "mona@example.org",
        "timestamp", "2026-11-20T18:05:00Z",
        "product_id", "SKU-1",
        "price", "10.00",
        "quantity", "1",
        "currency", "USD");
  }

  /** One complete row of an order. */
  static TestRows order() {
    return row().with("order_id", "ORD-1");
  }

  /** One complete website row. */
  static TestRows website() {
    return order()
        .with("action_source", "website")
        .with("event_id", "web-evt-88")
        .with("event_source_url", "https://shop.example.com/checkout/complete")
        .with("client_user_agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36");
  }

  /** The three rows of the contract's example: an order of two items, and a web order. */
  static TestRows example() {
    return TestRows.of(
            "external_id",
            "email",
            "phone",
            "given_name",
            "surname",
            "birthdate",
            "gender",
            "city",
            "state",
            "postal",
            "country",
            "order_id",
            "quantity",
            "product_id",
            "timestamp",
            "price",
            "value",
            "currency",
            "action_source",
            "event_id",
            "event_source_url",
            "client_user_agent",
            "client_ip_address")
        .row(ada("2", "SKU-RED-42", "19.99"))
        .row(ada("1", "SKU-BLU-07", "33.333333333"))
        .row(
            "amp-0042",
            "mona@example.org",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "ORD-1002",
            "",
            "",
            "1795190000",
            "",
            "129.50",
            "EUR",
            "website",
            "web-evt-88",
            "https://shop.example.com/checkout/complete",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
            "203.0.113.7");
  }

  private static Object[] ada(String quantity, String product, String price) {
    return new Object[] {
      "amp-7F3C91",
      " Ada.Lovelace+Vip@Gmail.COM ",
      "(650) 555-1212",
      "Ada",
      "O'Brien",
      "1997-02-16",
      "F",
      "St. Louis",
      "Missouri",
      "63101-2345",
      "United States",
      "ORD-1001",
      quantity,
      product,
      "2026-11-20T18:05:00Z",
      price,
      "",
      "USD",
      "",
      "",
      "",
      "",
      ""
    };
  }
}
