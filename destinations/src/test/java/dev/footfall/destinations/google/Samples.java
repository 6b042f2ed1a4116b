package dev.footfall.destinations.google;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Rows and runs that Google's tests share. */
final class Samples {
  static final String ADA = "cd98a25152ad884b29e524ea5d3d8d35615ed0afbbc5ea3a6d4215572b0b2bde";
  static final String PHONE = "1e231c66011e7a2d867a9cfae267a6aff103cf4913640b6e71a99850fc0ffbc8";
  static final String OTHER = "59df81e4d711e985d235470287e879d9095a544de9b528ec73de4000887d562d";
  static final String GCLID = "Cj0KCQiA-Example_gclid";
  static final CredentialValues TOKEN = TestRun.credential("access_token", "T");

  private Samples() {}

  /** A run of the Data Manager API at 2026-11-21T09:00:00Z. */
  static TestRun dataManager() {
    return TestRun.of(new Google())
        .set("customer_id", "123-456-7890")
        .set("conversion_action_id", "987654321");
  }

  /** The same run of the Google Ads API. */
  static TestRun ads() {
    return dataManager().set("mode", "google_ads");
  }

  /** The same run into files. */
  static TestRun file() {
    return TestRun.of(new Google())
        .set("mode", "store_sales_csv")
        .set("conversion_action_name", "Store purchases")
        .set("loyalty_rate", "0.6")
        .set("transaction_upload_rate", "1.0");
  }

  /** One complete row. */
  static TestRows order() {
    return TestRows.one(
        "order_id", "ORD-1001",
        "timestamp", "2026-11-20T13:05:00-05:00",
        "email", " Ada.Lovelace+Vip@Gmail.COM ",
        "unit_price", "19.99",
        "quantity", "2",
        "currency_code", "usd");
  }

  /** The same row, matched by its click alone. */
  static TestRows click() {
    return order().without("email").with("gclid", GCLID);
  }

  /** The documented example: a store purchase of two items, and a web purchase. */
  static TestRows example() {
    return TestRows.of(
            "order_id",
            "timestamp",
            "email",
            "phone",
            "gclid",
            "unit_price",
            "quantity",
            "currency_code",
            "product_id",
            "merchant_id",
            "feed_country_code",
            "feed_language_code",
            "ad_user_data")
        .row(store("19.99", "2", "SKU-RED-42"))
        .row(store("33.333333333", "1", "SKU-BLU-07"))
        .row(
            "ORD-1002",
            "1795190000",
            OTHER,
            null,
            GCLID,
            "129.5",
            "1",
            "EUR",
            null,
            null,
            null,
            null,
            null);
  }

  private static Object[] store(String price, String quantity, String product) {
    return new Object[] {
      "ORD-1001",
      "2026-11-20T13:05:00-05:00",
      " Ada.Lovelace+Vip@Gmail.COM ",
      "(650)555-1212",
      null,
      price,
      quantity,
      "USD",
      product,
      "123456",
      "us",
      "EN",
      "granted"
    };
  }

  /** Events of a run, and the delivery that reads answers for them. */
  record Sent(HttpDelivery delivery, List<Event> events) {}

  /** As many orders as asked for, sent. */
  static Sent sent(TestRun run, int orders) {
    TestRows rows = order();
    for (int i = 1; i < orders; i++) {
      rows = rows.and(order().with("order_id", "ORD-200" + i));
    }
    return sent(run, rows);
  }

  static Sent sent(TestRun run, TestRows rows) {
    return new Sent((HttpDelivery) run.route(rows).delivery(), run.map(rows).events());
  }

  static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  static String body(HttpCall call) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    call.body().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static String resource(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }
}
