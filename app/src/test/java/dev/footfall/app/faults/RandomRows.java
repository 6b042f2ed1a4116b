package dev.footfall.app.faults;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Rows as a brand's tables may have them, good and bad, drawn from a seed: orders of several items,
 * twice the same row, returns, and cells in every shape that people type. What is personal bears a
 * mark, so that it is known wherever it comes out.
 */
final class RandomRows {
  /** Stands in every text that is personal. */
  static final String MARK = "zqxv";

  /** The end of every phone. */
  static final String PHONE_MARK = "5550173";

  private static final String NOTHING = "null";

  private final Random random;
  private final Instant now;

  RandomRows(long seed, Instant now) {
    this.random = new Random(seed);
    this.now = now;
  }

  /** Writes so many, one JSON object a line. */
  void write(Path file, int rows) throws IOException {
    Files.createDirectories(file.getParent());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      List<String> lines = new ArrayList<>();
      for (int order = 0, written = 0; written < rows; order++) {
        lines.clear();
        order(order, lines);
        for (int i = 0; i < lines.size() && written < rows; i++, written++) {
          out.write(lines.get(i));
          out.write('\n');
        }
      }
    }
  }

  private void order(int number, List<String> lines) {
    Map<String, String> cells = new LinkedHashMap<>();
    person(number, cells);
    cells.put("order_id", often("\"ORD-" + number + "\"", NOTHING, "\" \"", "" + number));
    cells.put("event_name", often("\"purchase\"", NOTHING, "\"Lead\"", "\"SIGN_UP\"", "\"dance\""));
    cells.put("event_id", often(NOTHING, "\"web-" + number + "\""));
    cells.put("timestamp", time());
    cells.put("action_source", often("\"physical_store\"", NOTHING, "\"website\"", "\"moon\""));
    cells.put("currency", often("\"USD\"", "\"usd \"", "\"EUR\"", "\"JPY\"", "\"XXX\"", NOTHING));
    cells.put("value", often(NOTHING, "25", "\"19.999\"", "-3", "\"a lot\"", "1e3"));
    cells.put("store_id", often("\"S-" + number % 40 + "\"", NOTHING));
    cells.put("opt_out", often("false", NOTHING, "true", "\"yes\"", "\"perhaps\""));
    cells.put("ad_user_data", often(NOTHING, "\"granted\"", "\"denied\"", "\"?\""));
    int items = 1 + random.nextInt(4) * random.nextInt(2);
    for (int item = 0; item < items; item++) {
      item(cells);
      lines.add(line(cells));
      if (random.nextInt(25) == 0) {
        lines.add(lines.get(lines.size() - 1));
      }
    }
  }

  private void person(int number, Map<String, String> cells) {
    String name = MARK + Integer.toString(number, 36);
    cells.put("external_id", often("\"" + name + "\"", NOTHING, "\"\""));
    cells.put(
        "email",
        often(
            "\"" + name + "@example.com\"",
            "\" " + name.toUpperCase(Locale.ROOT) + "@Example.COM \"",
            "\"mailto:" + name + "@example.org\"",
            "\"" + name + " at example.com\"",
            "\"" + "0123456789abcdef".repeat(4) + "\"",
            NOTHING));
    String area = "" + (201 + number % 7);
    cells.put(
        "phone",
        often(
            "\"+1" + area + PHONE_MARK + "\"",
            "\"(" + area + ") 555-0173\"",
            "\"00" + PHONE_MARK + "\"",
            "\"call " + PHONE_MARK + "\"",
            NOTHING));
    cells.put("given_name", often("\"Işıl " + MARK + "\"", NOTHING, "\"" + MARK + "-Ann\\u0000\""));
    cells.put("surname", often("\"O'" + name + "\"", "\"" + MARK + ", Jr.\"", NOTHING));
    cells.put("birthdate", often("\"1980-02-29\"", "\"02/30/1980\"", "\"1815-12-10\"", NOTHING));
    cells.put("gender", often("\"F\"", "\"male\"", "\"" + MARK + "\"", NOTHING));
    cells.put("city", often("\"St. " + MARK + "\"", NOTHING, "\"\\ufeff\""));
    cells.put("state", often("\"NY\"", "\"New York\"", "\"" + MARK + "\"", NOTHING));
    cells.put("postal", often("\"10001\"", "2139", "\"1000\"", "\"K1A 0B1\"", NOTHING));
    cells.put("country", often("\"US\"", "\"United States\"", "\"" + MARK + "land\"", NOTHING));
    cells.put(
        "maid", often(NOTHING, "\"C0FFEE00-FEED-4BAD-8BAD-0123456789AB\"", "\"" + name + "\""));
  }

  private void item(Map<String, String> cells) {
    int product = random.nextInt(50);
    cells.put("product_id", often("\"SKU-" + product + "\"", NOTHING, "" + product));
    cells.put("product_name", often("\"Product " + product + "\"", NOTHING, "\"tab\\there\""));
    cells.put("price", often("12.50", "\"9.99\"", "0", "-4", "\"1,250.00\"", "\"free\"", NOTHING));
    cells.put("quantity", often("1", "2", "\"3\"", "0", "-1", "1.5", "\"some\"", NOTHING));
    cells.put("is_return", often("false", NOTHING, "true"));
    cells.put("is_cancellation", often(NOTHING, "\"false\"", "true"));
  }

  private String time() {
    Instant at = now.minusSeconds(random.nextInt(5 * 24 * 3600));
    String plain = at.toString().substring(0, 19);
    return often(
        "\"" + plain + "Z\"",
        "\"" + plain.replace('T', ' ') + "\"",
        "" + at.getEpochSecond(),
        "" + at.toEpochMilli(),
        "\"" + now.plusSeconds(90_000) + "\"",
        "\"2019-01-01T00:00:00Z\"",
        "\"yesterday\"",
        NOTHING);
  }

  /** Nearly always the first, else one of the others. */
  private String often(String usual, String... others) {
    return random.nextInt(12) > 0 ? usual : others[random.nextInt(others.length)];
  }

  private static String line(Map<String, String> cells) {
    StringJoiner line = new StringJoiner(",", "{", "}");
    cells.forEach((name, cell) -> line.add('"' + name + "\":" + cell));
    return line.toString();
  }
}
