package dev.footfall.destinations.snapchat;

import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.util.Locale;

/** Rows and runs that Snapchat's tests share. */
final class Samples {
  static final String PIXEL = "8f1c0a52-0000-4000-8000-00000000beef";
  static final String AVA = "67a89a12852496e22c7dc666170c7d4c23f858c235da849d7f4588edb904f448";

  private Samples() {}

  /** A run at 2026-11-20T12:00:00Z to a pixel. */
  static TestRun api() {
    return TestRun.of(new Snapchat())
        .set("mode", "conversions_api")
        .set("pixel_id", PIXEL)
        .at("2026-11-20T12:00:00Z");
  }

  /** The same run into files. */
  static TestRun file() {
    return TestRun.of(new Snapchat()).at("2026-11-20T12:00:00Z");
  }

  /** One complete row of an order. */
  static TestRows row() {
    return TestRows.one(
        "email", " Ava.Stone+news@Example.com ",
        "timestamp", "2026-11-18T15:09:26Z",
        "event_type", "purchase",
        "transaction_id", "SO-100234",
        "item_id", "TEE-BLK-M",
        "number_items", "2",
        "price", "39.80",
        "currency", "usd");
  }

  /** The order of two items that the documentation's example shows. */
  static TestRows example() {
    TestRows order =
        row()
            .with("phone", "(206) 555-0142")
            .with("first_name", "Ava")
            .with("last_name", "O'Stone-Reyes")
            .with("city", "San José")
            .with("state", "California")
            .with("zip", "95112-4417")
            .with("country", "USA")
            .with("birthdate", "1988-04-09")
            .with("gender", "Female")
            .with("customer_id", "C-77120");
    return order.and(
        order.with("item_id", "CAP-RED").with("number_items", "1").with("price", "24.50"));
  }

  /** Rows as the documented query for files returns them. */
  static TestRows items() {
    return TestRows.of(
            "email",
            "timestamp",
            "event_type",
            "number_items",
            "price",
            "transaction_id",
            "quantity")
        .row(
            AVA.toUpperCase(Locale.ROOT),
            "2026-11-18 15:09:26",
            "purchase",
            2,
            "39.8",
            "SO-100234",
            2)
        .row(AVA, "2026-11-18T15:09:26Z", "purchase", 1, "24.50", "SO-100234", 1)
        .row(
            "84dd7785500ca0350468d4cbe7ea6266e9a769fb0a999ef9daa013a3e3c1904b",
            "2026-11-19T09:00:00Z",
            "purchase",
            1,
            "120",
            "SO-100311",
            1);
  }

  /** Two orders of 2026-11-20, fit to be sent. */
  static TestRows recent() {
    TestRows rows = example().with("timestamp", "2026-11-20T18:22:10Z");
    return rows.and(rows.only(0).with("transaction_id", "SO-100311"));
  }
}
