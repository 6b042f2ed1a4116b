package dev.footfall.app.proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows that no good query would give. */
final class HostileRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Good cells: what a row has where it is not spoiled. */
  private static final Map<String, Object> GOOD = new LinkedHashMap<>();

  static {
    GOOD.put("external_id", "C-1");
    GOOD.put("email", "IRIS.ILICALI@example.com");
    GOOD.put("phone", "+12125550101");
    GOOD.put("given_name", "Işıl");
    GOOD.put("surname", "IŞIKLI");
    GOOD.put("birthdate", "1980-02-29");
    GOOD.put("gender", "Female");
    GOOD.put("city", "Izmir");
    GOOD.put("state", "IL");
    GOOD.put("postal", "60601");
    GOOD.put("country", "INDIA");
    GOOD.put("maid", "C0FFEE00-FEED-4BAD-8BAD-0123456789AB");
    GOOD.put("order_id", "O-1");
    GOOD.put("event_name", "purchase");
    GOOD.put("timestamp", "2026-11-01T01:30:00");
    GOOD.put("action_source", "physical_store");
    GOOD.put("product_id", "SKU-I");
    GOOD.put("price", "12.50");
    GOOD.put("quantity", "1");
    GOOD.put("value", "12.50");
    GOOD.put("currency", "USD");
    GOOD.put("is_return", "false");
  }

  private static final List<String> NASTY =
      List.of(
          "\"\"",
          "\"\\u0000\"",
          "\"a\\u0000b\\r\\n\\tc\"",
          "\"\\ud83d\\ude00\\u0130\\u0131\"",
          "\"\\u202e\\ufeff\\u200b\"",
          "\"e\\u0301\\u0302\\u0303\\u0304\"",
          "\"NaN\"",
          "\"Infinity\"",
          "\"-0\"",
          "-0.0",
          "1e308",
          "-1e-320",
          "99999999999999999999999999999999999999",
          "\"99999999999999999999999999999999999999\"",
          "0.00000000000000000000000000000000000001",
          "\"0.00000000000000000000000000000000000001\"",
          "9223372036854775807",
          "-9223372036854775808",
          "\"2026-03-08T02:30:00\"",
          "\"2026-11-01T01:30:00\"",
          "\"2026-11-01T01:59:59.999999999[America/New_York]\"",
          "\"0001-01-01\"",
          "\"0001-01-01T00:00:00Z\"",
          "\"9999-12-31\"",
          "\"9999-12-31T23:59:59.999999Z\"",
          "\"-0044-03-15T00:00:00Z\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "1793509200",
          "1793509200000000",
          "\"1793509200123\"",
          "[]",
          "[null,\"\",[1,{\"a\":null}]]",
          "{\"a\":{\"b\":[1,2,{\"c\":\"\\u0000\"}]}}",
          "\"[[[[[[[[[[[[\"",
          "true",
          "null",
          "\"'; DROP TABLE sales; --\"",
          "\"${env:HOME}\"",
          "\"=HYPERLINK(1)\"");

  private HostileRows() {}

  /** Rows with up to three bad cells each, some with bytes that are no text. */
  static void write(Path file, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> columns = List.copyOf(GOOD.keySet());
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int row = 0; row < 400; row++) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, Object> good : GOOD.entrySet()) {
          cells.put(good.getKey(), JSON.writeValueAsString(good.getValue()));
        }
        cells.put("external_id", "\"C-" + row / 2 + "\"");
        cells.put("email", "\"kim" + row / 2 + "@example.com\"");
        cells.put("order_id", "\"O-" + row / 2 + "\"");
        for (int bad = row < 10 ? 0 : random.nextInt(4); bad > 0; bad--) {
          cells.put(columns.get(random.nextInt(columns.size())), cell(random));
        }
        out.write(line(cells).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static String cell(Random random) {
    if (random.nextInt(60) == 0) {
      return '"' + "x".repeat(1 << 20) + '"';
    }
    return NASTY.get(random.nextInt(NASTY.size()));
  }

  private static String line(Map<String, String> cells) {
    List<String> fields = new ArrayList<>();
    cells.forEach((name, value) -> fields.add('"' + name + "\":" + value));
    return "{" + String.join(",", fields) + "}\n";
  }
}
