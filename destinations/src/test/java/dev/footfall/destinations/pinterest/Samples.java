package dev.footfall.destinations.pinterest;

import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;

/** Rows and runs that Pinterest's tests share. */
final class Samples {
  static final String EMAIL_HASH =
      "25ceeb072ff3db8e3c34745d512de1e1ba430f34419118960b0753aab64ea416";

  private Samples() {}

  /** A run at 2026-03-05T12:00:00Z to an ad account. */
  static TestRun api() {
    return TestRun.of(new Pinterest())
        .set("ad_account_id", "549755885175")
        .at("2026-03-05T12:00:00Z");
  }

  /** The same run into files. */
  static TestRun file() {
    return TestRun.of(new Pinterest()).set("mode", "csv_file").at("2026-03-05T12:00:00Z");
  }

  /** One complete row of an order. */
  static TestRows order() {
    return row().with("order_id", "A-10045");
  }

  /** One complete row without order id. */
  static TestRows row() {
    return TestRows.one(
        "em", " Dana.Kim+VIP@Example.COM ",
        "event_time", "2026-03-04T18:22:10Z",
        "item_id", "SKU-100",
        "price", "24.50",
        "quantity", "2",
        "currency", "USD");
  }

  /** The contract's example: an order of two items, and an order of somebody who opted out. */
  static TestRows example() {
    return TestRows.of(
            "em",
            "ph",
            "fn",
            "ln",
            "db",
            "ge",
            "ct",
            "st",
            "zp",
            "country",
            "external_id",
            "order_id",
            "event_time",
            "currency",
            "value",
            "num_items",
            "item_id",
            "item_name",
            "item_category",
            "item_brand",
            "price",
            "quantity",
            "opt_out")
        .row(dana("SKU-200", "Wool Socks", "socks", "9.99", "1"))
        .row(dana("SKU-100", "Rain Jacket", "outerwear", "24.5", "2"))
        .row(
            "80254a4ba6a41c36e4d75788f712f37b378eb6c0989c2e5ea061436464143c4f",
            "",
            "",
            "",
            "",
            "",
            "",
            "California",
            "",
            "US",
            "bc1b557b4921de40ea2cc36b3f965051e91d5a1f9b472025e54335bec221cbe5",
            "A-10046",
            "1772676300",
            "usd",
            "120",
            "4",
            "",
            "",
            "",
            "",
            "",
            "",
            "yes");
  }

  /** The example's first order and another like it, on the evening of 2026-11-20. */
  static TestRows recent() {
    TestRows rows =
        example().only(0).and(example().only(1)).with("event_time", "2026-11-20T18:22:10Z");
    return rows.and(rows.only(0).with("order_id", "A-10047"));
  }

  private static Object[] dana(
      String item, String name, String category, String price, String quantity) {
    return new Object[] {
      " Dana.Kim+VIP@Example.COM ",
      "(206) 555-0123",
      "Dana",
      "Kim",
      "1990-07-04",
      "Female",
      "Seattle",
      "WA",
      "98101",
      "US",
      "C-000917",
      "A-10045",
      "2026-03-04T18:22:10.500Z",
      "USD",
      "",
      "",
      item,
      name,
      category,
      "ACME Essentials",
      price,
      quantity,
      ""
    };
  }
}
