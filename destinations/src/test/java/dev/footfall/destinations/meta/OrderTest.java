package dev.footfall.destinations.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What was bought: {@code custom_data}. */
class OrderTest {
  private static TestRows items(String... priceAndQuantity) {
    TestRows rows =
        TestRows.of(
            "email", "timestamp", "order_id", "currency", "product_id", "price", "quantity");
    for (int i = 0; i < priceAndQuantity.length; i += 2) {
      rows =
          rows.row(
              "mona@example.org",
              "2026-11-20T18:05:00Z",
              "ORD-1",
              "USD",
              "P" + i,
              priceAndQuantity[i],
              priceAndQuantity[i + 1]);
    }
    return rows;
  }

  private static JsonNode data(TestRows rows) {
    return Samples.run().map(rows).event().path("custom_data");
  }

  private static String text(TestRows rows) {
    return Samples.run().map(rows).text(0);
  }

  @Test
  void the_value_is_added_up_exactly_and_rounded_once() {
    assertThat(text(items("19.99", "2", "33.333333333", "1"))).contains("\"value\":73.31,");
    assertThat(text(items("33.333333333", "3"))).contains("\"value\":100.00,");
    assertThat(text(items("1999.5", "1").with("currency", "JPY"))).contains("\"value\":2000,");
    assertThat(text(items("1.0005", "1").with("currency", "KWD"))).contains("\"value\":1.001,");
  }

  @Test
  void a_total_repeated_on_each_row_counts_once() {
    TestRows rows = items("", "", "", "").with("value", "50");

    assertThat(text(rows)).contains("\"value\":50.00,");
    assertThat(Samples.run().set("value_semantics", "line_total").map(rows).text(0))
        .contains("\"value\":100.00,");
  }

  @Test
  void differing_totals_keep_the_first_and_say_so() {
    TestRows rows = items("", "", "", "").with("value", "50").with(1, "value", "60");
    Mapped mapped = Samples.run().map(rows);

    assertThat(mapped.text(0)).contains("\"value\":50.00,");
    assertThat(mapped.noticeCodes()).containsExactly(Code.ORDER_ATTRIBUTE_CONFLICT);
  }

  @Test
  void a_value_that_differs_from_price_times_quantity_is_ignored_and_said() {
    assertThat(Samples.run().map(items("10", "2").with("value", "20.01")).noticeCodes()).isEmpty();
    Mapped mapped = Samples.run().map(items("10", "2").with("value", "20.02"));

    assertThat(mapped.text(0)).contains("\"value\":20.00,");
    assertThat(mapped.noticeCodes()).containsExactly(Code.VALUE_COLUMN_IGNORED);
  }

  @Test
  void in_the_canonical_vocabulary_the_total_wins() {
    Mapped mapped = Samples.run().canonical().map(items("10", "2").with("value", "18"));

    assertThat(mapped.text(0)).contains("\"value\":18.00,");
    assertThat(mapped.notices()).isEmpty();
  }

  @Test
  void a_returned_item_leaves_and_the_rest_goes() {
    Mapped mapped = Samples.run().map(items("10", "1", "5", "-1"));

    assertThat(mapped.rejected())
        .extracting(Mapped.Line::brief)
        .containsExactly("2 BAD_QUANTITY quantity");
    assertThat(mapped.text(0)).contains("\"value\":10.00,").contains("\"num_items\":1,");
    assertThat(mapped.notices()).isEmpty();
  }

  @Test
  void rows_marked_as_returns_do_not_count() {
    TestRows rows = items("10", "1", "5", "1").with("is_return", false).with(1, "is_return", true);

    assertThat(Samples.run().map(rows).codes()).containsExactly(Code.RETURN_OR_CANCELLATION);
    assertThat(data(rows).path("num_items").asInt()).isEqualTo(1);
  }

  @Test
  void a_row_with_a_wrong_price_leaves_and_the_event_says_so() {
    Mapped mapped = Samples.run().map(items("10", "1", "-5", "1"));

    assertThat(mapped.codes()).containsExactly(Code.BAD_PRICE);
    assertThat(mapped.noticeCodes()).containsExactly(Code.VALUE_PARTIAL);
    assertThat(Samples.run().map(items("x", "1")).codes()).containsExactly(Code.BAD_PRICE);
    assertThat(Samples.run().map(items("1", "0")).codes()).containsExactly(Code.BAD_QUANTITY);
    assertThat(Samples.run().map(items("1", "1").with("value", "NaN")).codes())
        .containsExactly(Code.BAD_VALUE);
  }

  @Test
  void a_purchase_needs_numbers_in_each_row_or_a_value_in_one() {
    assertThat(Samples.run().map(items("", "2")).codes()).containsExactly(Code.MISSING_VALUE);
    Mapped some = Samples.run().map(items("10", "1", "", "1"));
    assertThat(some.codes()).containsExactly(Code.MISSING_VALUE);
    assertThat(some.text(0)).contains("\"value\":10.00,");
    assertThat(some.noticeCodes()).containsExactly(Code.VALUE_PARTIAL);
    assertThat(text(items("10", "1", "", "1").with(1, "value", "30"))).contains("\"value\":30.00,");
  }

  @Test
  void another_event_goes_without_value_and_currency() {
    JsonNode lead = data(items("", "").with("event_name", "lead").without("product_id"));

    assertThat(lead.toString()).isEqualTo("{\"order_id\":\"ORD-1\"}");
  }

  @Test
  void a_bad_currency_rejects_a_purchase_and_costs_another_event_its_value() {
    assertThat(Samples.run().map(items("1", "1").with("currency", "US$")).codes())
        .containsExactly(Code.BAD_CURRENCY);
    assertThat(Samples.run().map(items("1", "1").with("currency", "XXQ")).codes())
        .containsExactly(Code.BAD_CURRENCY);
    assertThat(Samples.run().map(items("1", "1").with("currency", "")).codes())
        .containsExactly(Code.MISSING_CURRENCY);
    Mapped lead =
        Samples.run().map(items("1", "1").with("currency", "XXQ").with("event_name", "Lead"));
    assertThat(lead.droppedCodes()).containsExactly(Code.BAD_CURRENCY);
    assertThat(lead.text(0)).doesNotContain("\"value\"").doesNotContain("\"currency\"");
  }

  @Test
  void one_currency_fills_the_order_and_two_are_a_conflict() {
    assertThat(text(items("1", "1", "1", "1").with(0, "currency", "")))
        .contains("\"currency\":\"USD\",\"value\":2.00");
    assertThat(Samples.run().map(items("1", "1", "1", "1").with(0, "currency", "EUR")).codes())
        .containsExactly(Code.CURRENCY_CONFLICT, Code.CURRENCY_CONFLICT);
    assertThat(text(items("1", "1").with("currency", "usd"))).contains("\"currency\":\"USD\"");
    assertThat(
            Samples.run()
                .set("default_currency", "eur")
                .map(items("1", "1").with("currency", null))
                .text(0))
        .contains("\"currency\":\"EUR\"");
  }

  @Test
  void a_fraction_is_one_unit_at_the_price_of_all() {
    Mapped mapped = Samples.run().map(items("10", "0.5").with("quantity", new BigDecimal("0.5")));

    assertThat(mapped.text(0))
        .contains("\"value\":5.00,")
        .contains("\"num_items\":1,")
        .contains("{\"id\":\"P0\",\"quantity\":1,\"item_price\":5}");
    assertThat(mapped.noticeCodes()).containsExactly(Code.FRACTIONAL_QUANTITY);
  }

  @Test
  void a_row_without_product_counts_but_is_no_item() {
    JsonNode data = data(items("10", "1", "5", "1").with(1, "product_id", " "));

    assertThat(data.path("value").asText()).isEqualTo("15.0");
    assertThat(data.path("contents")).hasSize(1);
    assertThat(data(items("10", "1").without("product_id")).has("content_type")).isFalse();
  }

  @Test
  void the_same_order_under_two_names_is_two_events() {
    TestRows rows = items("10", "1", "5", "1").with("event_name", "Purchase");
    Mapped mapped = Samples.run().map(rows.with(1, "event_name", "add to cart"));

    assertThat(mapped.events()).hasSize(2);
    assertThat(mapped.json(1).path("event_name").asText()).isEqualTo("AddToCart");
    assertThat(mapped.json(1).path("custom_data").has("num_items")).isFalse();
  }

  @Test
  void details_go_where_meta_wants_them() {
    JsonNode data =
        data(
            items("10", "1", "5", "1")
                .with("delivery_category", "In_Store")
                .with("item_number", "7")
                .with("store_code", "S-1")
                .with("store_page_id", "88")
                .with("net_revenue", "9.50")
                .with("predicted_ltv", -3)
                .with("customer_segmentation", "customer_in_loyalty_program")
                .with("search_string", "shoes"));

    assertThat(data.at("/contents/0/delivery_category").asText()).isEqualTo("in_store");
    assertThat(data.path("delivery_category").asText()).isEqualTo("in_store");
    assertThat(data.path("item_number").asText()).isEqualTo("7");
    assertThat(data.path("store_data").toString())
        .isEqualTo("{\"store_code\":\"S-1\",\"store_page_id\":88}");
    assertThat(data.path("net_revenue").asText()).isEqualTo("9.5");
    assertThat(data.path("predicted_ltv").asInt()).isEqualTo(-3);
    assertThat(data.path("customer_segmentation").asText())
        .isEqualTo("customer_in_loyalty_program");
    assertThat(data.has("search_string")).isFalse();
    assertThat(
            data(items("1", "1").with("event_name", "search").with("search_string", "shoes"))
                .path("search_string")
                .asText())
        .isEqualTo("shoes");
  }

  @Test
  void item_numbers_that_differ_are_left_out() {
    TestRows rows = items("10", "1", "5", "1").with("item_number", "7");

    assertThat(data(rows.with(1, "item_number", "8")).has("item_number")).isFalse();
  }

  @Test
  void an_event_above_64_kib_is_rejected() {
    TestRows rows = items("10", "1").with("product_id", "x".repeat(66_000));

    assertThat(Samples.run().map(rows).codes()).containsExactly(Code.EVENT_TOO_LARGE);
  }
}
