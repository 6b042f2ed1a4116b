package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Rows and answers. */
final class Samples {
  private Samples() {}

  static TestRun profiles() {
    return TestRun.of(new Klaviyo());
  }

  static TestRun events() {
    return TestRun.of(new Klaviyo()).set("mode", "events");
  }

  /** Two people, one of them twice. */
  static TestRows people() {
    return TestRows.of("email", "phone_number", "first_name", "timestamp", "last_value")
        .row("Kim.Lee@Example.org", "2062345678", "Kim", "2026-11-20T10:00:00Z", 84.5)
        .row("kim.lee@example.org", "2062345678", "Kim", "2026-11-19T10:00:00Z", 12)
        .row("sam@example.org", "+442079460123", "Sam", "2026-11-20T11:00:00Z", 7);
  }

  /** One order of two items, and one of one. */
  static TestRows orders() {
    return TestRows.of(
            "email",
            "external_id",
            "order_id",
            "timestamp",
            "product_id",
            "product_name",
            "product_category",
            "price",
            "quantity",
            "currency",
            "store_id")
        .row(row("S-10045", "SKU-1", "Trail Shoe", "Footwear", "42.50", 2))
        .row(row("S-10045", "SKU-2", "Wool Sock", "Accessories", "9.99", 1))
        .row(row("S-10046", "SKU-2", "Wool Sock", "Accessories", "9.99", 1));
  }

  private static Object[] row(
      String order, String id, String name, String category, String price, int quantity) {
    return new Object[] {
      "Kim.Lee+store@Example.org",
      "00123",
      order,
      "2026-11-20T18:22:05Z",
      id,
      name,
      category,
      new BigDecimal(price),
      quantity,
      "usd",
      "WA-003"
    };
  }

  static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  static HttpAnswer error(int status, String pointer, String detail) {
    return answer(
        status,
        "{\"errors\":[{\"id\":\"x\",\"status\":"
            + status
            + ",\"code\":\"invalid\",\"title\":\"Invalid input.\",\"detail\":\""
            + detail
            + "\",\"source\":{\"pointer\":\""
            + pointer
            + "\"}}]}");
  }

  static List<HttpAnswer> typical() {
    return List.of(
        answer(202, "{\"data\":{\"type\":\"profile-bulk-import-job\",\"id\":\"Z2fA1x\"}}"),
        error(400, "/data/attributes/profiles/data/1/attributes/email", "Invalid email."),
        error(400, "/data/attributes/profiles/data/1/attributes/phone_number", "Invalid phone."),
        error(400, "/data", "Invalid input."),
        error(401, "/data", "Incorrect authentication credentials."),
        error(403, "/data", "You do not have permission."),
        error(409, "/data/attributes", "A profile already exists."),
        error(410, "/data", "Gone."),
        error(429, "/data", "Request was throttled."),
        error(503, "/data", "Unavailable."));
  }
}
