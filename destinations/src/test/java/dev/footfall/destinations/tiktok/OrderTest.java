package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order is worth and what is in it. */
class OrderTest {
  private static JsonNode properties(TestRows rows) {
    return Samples.run().map(rows).event().path("properties");
  }

  @Test
  void the_value_is_the_sum_of_price_times_quantity() {
    TestRows rows =
        Samples.order()
            .with("currency", "usd")
            .and(
                Samples.order()
                    .with("currency", "usd")
                    .with("content_id", "SKU-200")
                    .with("price", "9.99")
                    .with("quantity", "1"));

    assertThat(Samples.run().map(rows).text(0))
        .contains("\"currency\":\"USD\",\"value\":58.99,\"num_items\":3,");
  }

  @ParameterizedTest
  @CsvSource({
    "0.10,3,USD,0.3",
    "1500,1,JPY,1500",
    "1.2345,1,KWD,1.235",
    "1.2E1,1,USD,12",
    "0.5,1000,JPY,500"
  })
  void values_are_exact_and_rounded_once_to_the_currencys_digits(
      String price, String quantity, String currency, String value) {
    TestRows rows =
        Samples.row().with("price", price).with("quantity", quantity).with("currency", currency);

    assertThat(Samples.run().map(rows).text(0)).contains("\"value\":" + value + ",");
  }

  @Test
  void a_value_that_all_rows_repeat_counts_once_and_others_are_added_up() {
    TestRows bare = Samples.order().without("price");

    TestRows repeated = bare.with("value", "58.99").and(bare.with("value", "58.99"));
    TestRows different = bare.with("value", "49.00").and(bare.with("value", "9.99"));

    assertThat(properties(repeated).path("value").asDouble()).isEqualTo(58.99);
    assertThat(properties(different).path("value").asDouble()).isEqualTo(58.99);
  }

  @Test
  void price_times_quantity_wins_over_the_value_unless_the_vocabulary_is_canonical() {
    TestRows rows = Samples.row().with("value", "24.50");
    TestRows canonical = rows.renamed("event", "event_name").renamed("content_id", "product_id");

    assertThat(properties(rows).path("value").asDouble()).isEqualTo(49.0);
    assertThat(
            Samples.run()
                .canonical()
                .map(canonical.with("event_name", "purchase"))
                .event()
                .path("properties")
                .path("value")
                .asDouble())
        .isEqualTo(24.5);
  }

  @Test
  void a_part_of_the_rows_gives_a_partial_value_and_none_gives_no_value() {
    TestRows partial =
        Samples.order().and(Samples.order().with("price", "").with("content_id", "SKU-2"));
    Mapped mapped = Samples.run().map(partial);

    assertThat(mapped.event().path("properties").path("value").asDouble()).isEqualTo(49.0);
    assertThat(mapped.noticeCodes()).containsExactly(Code.VALUE_PARTIAL);

    Mapped without = Samples.run().map(Samples.row().with("price", "").with("quantity", ""));
    assertThat(without.event().path("properties").has("value")).isFalse();
    assertThat(without.event().path("properties").has("currency")).isFalse();
    assertThat(without.noticeCodes()).containsExactly(Code.NO_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "price,-5,RETURN_OR_CANCELLATION",
    "price,'1,234.00',BAD_PRICE",
    "price,$5,BAD_PRICE",
    "quantity,0,BAD_QUANTITY",
    "quantity,two,BAD_QUANTITY",
    "quantity,-1,RETURN_OR_CANCELLATION",
    "value,abc,BAD_VALUE",
    "value,-1,RETURN_OR_CANCELLATION",
    "is_return,Yes,RETURN_OR_CANCELLATION",
    "is_cancellation,1,RETURN_OR_CANCELLATION"
  })
  void a_row_with_wrong_numbers_leaves_and_the_rest_of_the_order_goes_on(
      String column, String cell, String code) {
    TestRows rows = Samples.order().with(column, column.startsWith("is_") ? "" : null);
    TestRows whole = column.equals("price") || column.equals("quantity") ? Samples.order() : rows;
    TestRows bad = whole.with(column, cell).with("content_id", "SKU-BAD");

    assertThat(Samples.run().map(bad).codes()).containsExactly(Code.valueOf(code));
    Mapped both = Samples.run().map(whole.and(bad));
    assertThat(both.codes()).containsExactly(Code.valueOf(code));
    assertThat(both.event().path("properties").path("contents")).hasSize(1);
    assertThat(both.event().path("properties").path("value").asDouble()).isEqualTo(49.0);
  }

  @ParameterizedTest
  @CsvSource({"BGN,UNSUPPORTED_CURRENCY", "US$,BAD_CURRENCY", "XXX,BAD_CURRENCY"})
  void currencies_outside_the_list_are_rejected(String currency, String code) {
    assertThat(Samples.run().map(Samples.row().with("currency", currency)).codes())
        .containsExactly(Code.valueOf(code));
  }

  @Test
  void a_blank_currency_is_the_default_and_two_are_a_conflict() {
    assertThat(properties(Samples.row().with("currency", "")).path("currency").asText())
        .isEqualTo("USD");
    assertThat(
            Samples.run()
                .set("default_currency", "EUR")
                .map(Samples.row().without("currency"))
                .event()
                .path("properties")
                .path("currency")
                .asText())
        .isEqualTo("EUR");
    assertThat(
            Samples.run().map(Samples.order().and(Samples.order().with("currency", "CAD"))).codes())
        .containsExactly(Code.CURRENCY_CONFLICT, Code.CURRENCY_CONFLICT);
  }

  @Test
  void a_fraction_of_a_unit_goes_as_one_unit_at_its_full_price() {
    Mapped mapped =
        Samples.run().map(Samples.row().with("price", "12.00").with("quantity", "0.453"));

    assertThat(mapped.text(0))
        .contains("\"value\":5.44,\"num_items\":1,")
        .contains("\"price\":5.44,\"quantity\":1}");
    assertThat(mapped.noticeCodes()).containsExactly(Code.FRACTIONAL_QUANTITY);
  }

  @Test
  void num_items_needs_a_quantity_on_every_row() {
    TestRows rows =
        Samples.order().and(Samples.order().with("quantity", "").with("content_id", "2"));

    assertThat(properties(rows).has("num_items")).isFalse();
  }

  @Test
  void only_rows_with_an_id_or_name_are_items() {
    TestRows rows = Samples.row().with("content_id", "").with("brand", "ACME");

    assertThat(properties(rows).has("contents")).isFalse();
    assertThat(properties(rows).has("content_type")).isFalse();
    assertThat(properties(rows.with("content_name", "Jacket")).path("contents")).hasSize(1);
  }

  @Test
  void identical_lines_are_both_counted() {
    JsonNode properties = properties(Samples.order().and(Samples.order()));

    assertThat(properties.path("contents")).hasSize(2);
    assertThat(properties.path("value").asInt()).isEqualTo(98);
  }

  @Test
  void the_content_type_is_product_or_product_group() {
    assertThat(
            properties(Samples.row().with("content_type", " Product_Group "))
                .path("content_type")
                .asText())
        .isEqualTo("product_group");
    Mapped odd = Samples.run().map(Samples.row().with("content_type", "bundle"));
    assertThat(odd.event().path("properties").path("content_type").asText()).isEqualTo("product");
    assertThat(odd.droppedCodes()).containsExactly(Code.FIELD_DEFAULTED);
  }

  @Test
  void attributes_that_differ_are_taken_from_the_first_row_with_a_notice() {
    TestRows rows =
        Samples.order()
            .with("shop_id", "S-1")
            .with("description", "a")
            .and(
                Samples.order()
                    .with("content_id", "SKU-999")
                    .with("shop_id", "S-2")
                    .with("description", "a"));
    Mapped mapped = Samples.run().map(rows);

    assertThat(mapped.event().path("properties").path("shop_id").asText()).isEqualTo("S-1");
    assertThat(mapped.notices())
        .extracting(Mapped.Line::brief)
        .containsExactly("0 ORDER_ATTRIBUTE_CONFLICT shop_id");
  }

  @Test
  void long_texts_are_cut_between_characters_and_said_to_be() {
    String name = "é".repeat(1500);
    Mapped mapped =
        Samples.run().map(Samples.row().with("content_name", name).with("description", name));

    JsonNode properties = mapped.event().path("properties");
    assertThat(properties.path("contents").path(0).path("content_name").asText())
        .isEqualTo("é".repeat(1000));
    assertThat(properties.path("description").asText()).hasSize(1000);
    assertThat(mapped.droppedCodes()).containsExactly(Code.VALUE_TRUNCATED);
    assertThat(mapped.noticeCodes()).containsExactly(Code.VALUE_TRUNCATED);
  }

  @Test
  void texts_go_out_on_one_line() {
    assertThat(
            properties(Samples.row().with("shop_id", "a\tb\r\nc\u0000d")).path("shop_id").asText())
        .isEqualTo("a b c d");
  }

  @Test
  void identifiers_are_strings_and_whole_numbers_are_written_plainly() {
    JsonNode properties =
        properties(Samples.row().with("content_id", 1001.0).with("order_id", 42L));

    assertThat(properties.path("contents").path(0).path("content_id").textValue())
        .isEqualTo("1001");
    assertThat(properties.path("order_id").textValue()).isEqualTo("42");
  }

  @Test
  void an_event_above_64_kib_or_above_the_request_is_rejected() {
    assertThat(Samples.run().map(Samples.row().with("shop_id", "x".repeat(70_000))).codes())
        .containsExactly(Code.EVENT_TOO_LARGE);
    assertThat(
            Samples.run()
                .set("max_request_bytes", "10000")
                .map(Samples.row().with("shop_id", "x".repeat(9_900)))
                .codes())
        .containsExactly(Code.EVENT_TOO_LARGE);
  }

  @Test
  void opted_out_people_are_left_out_and_unreadable_flags_are_not_guessed() {
    TestRows rows =
        Samples.order().with("opt_out", "no").and(Samples.order().with("opt_out", "yes"));

    assertThat(Samples.run().map(rows).codes()).containsExactly(Code.OPTED_OUT, Code.OPTED_OUT);
    assertThat(Samples.run().map(Samples.row().with("opt_out", "maybe")).codes())
        .containsExactly(Code.BAD_OPT_OUT);
    assertThat(Samples.run().map(Samples.row().with("opt_out", false)).codes()).isEmpty();
  }

  @Test
  void columns_of_web_events_are_ignored_with_one_notice_a_run() {
    TestRows rows =
        Samples.order()
            .with("ip", "1.2.3.4")
            .and(Samples.order().with("ip", "1.2.3.4").with("order_id", "A-2"));
    Mapped mapped = Samples.run().map(rows);

    assertThat(mapped.events()).hasSize(2);
    assertThat(mapped.noticeCodes()).containsExactly(Code.COLUMN_IGNORED);
    assertThat(mapped.text(0)).doesNotContain("1.2.3.4");
  }
}
