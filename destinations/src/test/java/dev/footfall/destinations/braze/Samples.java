package dev.footfall.destinations.braze;

import dev.footfall.core.event.Event;
import dev.footfall.core.event.Values;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows and runs that Braze's tests share. */
final class Samples {
  private Samples() {}

  static TestRun attributes() {
    return TestRun.of(new Braze()).set("instance", "US-06");
  }

  static TestRun purchases() {
    return attributes().set("mode", "purchases");
  }

  /** The documented example: what one user did last in a store, and another who left little. */
  static TestRows people() {
    return TestRows.of(
            "external_id",
            "first_name",
            "last_name",
            "email",
            "phone",
            "country",
            "dob",
            "gender",
            "Last Store Order ID",
            "last_store_order_value",
            "last_store_order_at",
            "store_visits_90d",
            "loyalty_member",
            "favourite_store")
        .row(
            "C-1001",
            "  Ana María ",
            "O'Neil-Smith",
            " Jane.Doe+VIP@Example.COM ",
            "(206) 555-0134",
            "usa",
            LocalDate.of(1988, 2, 29),
            "Female",
            "S-10045",
            new BigDecimal("84.50"),
            Instant.parse("2026-07-19T18:22:05Z"),
            3,
            true,
            null)
        .row(
            "C-1002",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new BigDecimal("12"),
            null,
            null,
            null,
            null);
  }

  /** The documented purchases. */
  static TestRows bought() {
    return TestRows.of(
            "external_id", "product_id", "price", "currency", "quantity", "purchase_time")
        .row("C-1001", "SKU-1", "42.50", "USD", "2", "2026-07-19T11:22:05-07:00")
        .row("C-1002", "gift card", "5000", "JPY", "250", "2026-07-20");
  }

  /** A user with one more column. */
  static TestRows one(String column, @Nullable Object value) {
    return TestRows.one("external_id", "C-1", column, value);
  }

  /** The objects of a run with the values that are set. */
  static List<String> objects(Mapped mapped) {
    return mapped.events().stream().map(Samples::object).toList();
  }

  /** The object with the values that are set. */
  static String object(Event event) {
    Values values = event.values().orElseThrow();
    BitSet chosen = new BitSet();
    chosen.set(0, values.size());
    chosen.andNot(values.clears());
    return new String(values.only(event.body(), chosen), StandardCharsets.UTF_8);
  }

  /** The members that take a value away. */
  static List<String> cleared(Event event) {
    Values values = event.values().orElseThrow();
    return values.clears().stream()
        .mapToObj(
            i ->
                new String(
                    event.body(),
                    values.starts()[i] + 1,
                    values.starts()[i + 1] - values.starts()[i] - 1,
                    StandardCharsets.UTF_8))
        .toList();
  }

  static String body(Event event) {
    return new String(event.body(), StandardCharsets.UTF_8);
  }

  /** How Braze answers about one of its arrays. */
  static Speech speech(String array) {
    String count = "{\"message\":\"success\",\"" + array + "_processed\":@";
    return Speech.of(201, n -> count.replace("@", Integer.toString(n)) + "}")
        .counting(count + "}")
        .blaming(
            "{\"message\":\"success\",\"errors\":[@]}",
            "{\"type\":\"bad\",\"input_array\":\"" + array + "\",\"index\":@}");
  }

  /** Braze's word decides. */
  static Map<String, Taken> taken() {
    return Taken.together(
        Taken.allWithAnySuccess("the word success decides"),
        Taken.all(
            "the word success decides; counts are of people and may differ",
            "Braze's success",
            "success of one event fewer",
            "success of one event more",
            "a count that is too small",
            "a count that is too large",
            "a huge count",
            "faults are []"),
        Taken.allButTheFirst(
            "errors name what failed",
            "the first event is at fault",
            "the same event is at fault twice"));
  }
}
