package dev.footfall.destinations.contract;

import java.math.BigDecimal;
import java.time.Instant;

/** Rows in the canonical vocabulary that feed every destination. */
public final class CanonicalSample {
  private CanonicalSample() {}

  /** Two orders, one of two items, on the evening of 2026-11-20. */
  public static TestRows rows() {
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
            "event_name",
            "timestamp",
            "action_source",
            "product_id",
            "product_name",
            "product_category",
            "brand",
            "price",
            "quantity",
            "value",
            "currency",
            "store_id",
            "is_return",
            "is_cancellation",
            "opt_out")
        .row(row("Ada", "ORD-1001", "SKU-RED-42", "19.99", 2, "73.31"))
        .row(row("Ada", "ORD-1001", "SKU-BLU-07", "33.33", 1, "73.31"))
        .row(row("Mona", "ORD-1002", "SKU-GRN-11", "129.50", 1, "129.50"));
  }

  private static Object[] row(
      String name, String order, String product, String price, int quantity, String value) {
    return new Object[] {
      "amp-" + name,
      name + ".Lovelace@Example.com",
      "(650) 253-0000",
      name,
      "Lovelace",
      "1987-02-16",
      "F",
      "St. Louis",
      "Missouri",
      "63101",
      "US",
      order,
      "purchase",
      Instant.parse("2026-11-20T18:05:00Z"),
      "physical_store",
      product,
      "A " + product,
      "Shoes",
      "Acme",
      new BigDecimal(price),
      quantity,
      new BigDecimal(value),
      "USD",
      "store-17",
      false,
      false,
      false
    };
  }
}
