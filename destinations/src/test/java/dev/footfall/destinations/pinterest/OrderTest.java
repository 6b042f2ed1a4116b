package dev.footfall.destinations.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders: ids, times, values, items. */
class OrderTest {
  private static TestRows twoRows() {
    return Samples.order()
        .and(
            Samples.order().with("item_id", "SKU-200").with("price", "9.99").with("quantity", "1"));
  }

  private static JsonNode custom(TestRows rows) {
    return Samples.api().map(rows).event().path("custom_data");
  }

  private static Mapped map(TestRows rows) {
    return Samples.api().map(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "A-10045,1772648530,c2dc9a68606dd331c65a7509e73d7a65b56e7f84b1837fb3f33b3bbc9691f371",
    "a-10045,1772648530,c3e6dbc3c2144b96ab891c65b656e9c3f9a8ed5d325dbaf8ec80d4e8e95de696",
    "A-10045,1772648531,e64d23d2a723d8407ef5a129ef317d0bc3e4a34b9109c356ec5708674e40fd97",
    "A-10046,1772676300,32266ec0e387596a4edbabf3664179a3428e06178b25ecc2f27d9c942c8ee85b",
    "000123,1772648530,c78c2526c99992bd27cd3c207346c1291bebb4d1ba9eebebaea2d8bace2f56b8",
    "Bestellung-Ü7,1772648530,4fdc3ea7002827ed876e2d0b796c90e415218b3f3bd01655f727ae303308650b"
  })
  void an_order_is_named_by_order_id_and_time(String orderId, String time, String id) {
    TestRows rows = Samples.order().with("order_id", orderId).with("event_time", time);

    assertThat(map(rows).event().path("event_id").asText()).isEqualTo(id);
  }

  @Test
  void a_row_without_order_has_an_empty_id_or_one_made_of_its_person() {
    assertThat(map(Samples.row()).event().path("event_id").asText("none")).isEmpty();
    assertThat(
            Samples.api()
                .set("event_id_without_order", "derived")
                .map(Samples.row())
                .event()
                .path("event_id")
                .asText())
        .isEqualTo("ba9b0e9e6ee1affbe47a8b6f2f6c8d69192e6df027f8e98b0bf23734ac9e5a66");
  }

  @Test
  void rows_alike_without_order_are_one_event() {
    Mapped mapped = map(Samples.row().and(Samples.row()));

    assertThat(mapped.events()).hasSize(1);
    assertThat(mapped.codes()).containsExactly(Code.DUPLICATE_EVENT);
  }

  @Test
  void rows_alike_of_one_order_both_count() {
    JsonNode data = custom(Samples.order().and(Samples.order()));

    assertThat(data.path("value").asText()).isEqualTo("98.00");
    assertThat(data.path("contents")).hasSize(2);
    assertThat(data.path("content_ids")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-04T18:22:10.500Z,1772648530",
    "2026-03-04 18:22:10.000 UTC,1772648530",
    "1.7726485305E9,1772648530",
    "1772648530500,1772648530",
    "2026-03-04,1772582400"
  })
  void times_become_whole_seconds(String cell, long seconds) {
    JsonNode event = map(Samples.order().with("event_time", cell)).event();

    assertThat(event.path("event_time").asLong()).isEqualTo(seconds);
    assertThat(event.path("event_time").isIntegralNumber()).isTrue();
  }

  @Test
  void a_date_begins_in_its_zone() {
    Mapped mapped =
        Samples.api()
            .set("timezone", "America/Los_Angeles")
            .map(Samples.order().with("event_time", "2026-03-04"));

    assertThat(mapped.event().path("event_time").asLong()).isEqualTo(1772611200);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-26T12:00:00Z,",
    "2026-02-26T11:59:59Z,EVENT_TOO_OLD",
    "2026-03-05T12:05:00Z,",
    "2026-03-05T12:05:01Z,EVENT_IN_FUTURE",
    "2025-01-12T14:21:56.000Z,EVENT_TOO_OLD",
    "soon,BAD_TIMESTAMP",
    "'',MISSING_TIMESTAMP"
  })
  void the_window_is_seven_days_and_its_edges_count(String time, String code) {
    Mapped mapped = map(Samples.order().with("event_time", time));

    assertThat(mapped.codes())
        .extracting(Enum::name)
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void a_total_that_stands_on_each_row_counts_once() {
    assertThat(custom(twoRows().with("value", "58.99")).path("value").asText()).isEqualTo("58.99");
  }

  @Test
  void values_that_differ_give_way_to_price_times_quantity() {
    TestRows rows = twoRows().with(0, "value", "49.00").with(1, "value", "9.99");

    assertThat(custom(rows).path("value").asText()).isEqualTo("58.99");
    assertThat(map(rows.without("price")).codes())
        .containsExactly(Code.CONFLICTING_VALUE, Code.CONFLICTING_VALUE);
  }

  @Test
  void an_order_without_amount_is_refused() {
    assertThat(map(twoRows().without("price")).codes())
        .containsExactly(Code.MISSING_VALUE, Code.MISSING_VALUE);
  }

  @Test
  void goods_by_weight_become_one_piece_at_the_price_of_all() {
    TestRows rows = Samples.order().with("price", "12.00").with("quantity", "0.453");
    Mapped mapped = map(rows);
    JsonNode item = mapped.event().path("custom_data").path("contents").get(0);

    assertThat(mapped.event().path("custom_data").path("value").asText()).isEqualTo("5.44");
    assertThat(item.toString())
        .isEqualTo("{\"id\":\"SKU-100\",\"item_price\":\"5.44\",\"quantity\":1}");
    assertThat(mapped.noticeCodes()).containsExactly(Code.FRACTIONAL_QUANTITY);
  }

  @ParameterizedTest
  @CsvSource({
    "price,-5,RETURN_OR_CANCELLATION",
    "price,'1,234.00',BAD_PRICE",
    "quantity,0,BAD_QUANTITY",
    "quantity,-1,RETURN_OR_CANCELLATION",
    "value,-1,RETURN_OR_CANCELLATION",
    "value,ten,BAD_VALUE",
    "is_return,yes,RETURN_OR_CANCELLATION",
    "is_cancellation,1,RETURN_OR_CANCELLATION",
    "currency,US$,BAD_CURRENCY",
    "currency,'',MISSING_CURRENCY",
    "event_name,lead,BAD_EVENT_NAME",
    "opt_out,maybe,BAD_OPT_OUT",
    "em,'',MISSING_IDENTITY"
  })
  void a_cell_that_cannot_go_refuses_its_row(String column, String cell, String code) {
    Mapped mapped = map(Samples.order().with("ph", "+12065550123").with(column, cell));

    assertThat(mapped.codes()).extracting(Enum::name).containsExactly(code);
  }

  @Test
  void a_row_leaves_alone_for_its_own_numbers() {
    Mapped mapped = map(twoRows().with(0, "price", "x"));

    assertThat(mapped.codes()).containsExactly(Code.BAD_PRICE);
    assertThat(mapped.event().path("custom_data").path("value").asText()).isEqualTo("9.99");
    assertThat(mapped.noticeCodes()).containsExactly(Code.VALUE_PARTIAL);
  }

  @Test
  void two_currencies_in_an_order_are_refused() {
    assertThat(map(twoRows().with(0, "currency", "EUR")).codes())
        .containsExactly(Code.CURRENCY_CONFLICT, Code.CURRENCY_CONFLICT);
  }

  @Test
  void contents_stand_for_the_columns_of_their_row() {
    TestRows rows =
        Samples.row()
            .without("price")
            .without("quantity")
            .with("contents", "[{\"id\":\"SKU-100\",\"item_price\":24.5,\"quantity\":\"2\"}]");
    JsonNode data = custom(rows);

    assertThat(data.path("contents").toString())
        .isEqualTo("[{\"id\":\"SKU-100\",\"item_price\":\"24.50\",\"quantity\":2}]");
    assertThat(data.path("value").asText()).isEqualTo("49.00");
    assertThat(data.path("num_items").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"id\":\"A\",\"item_price\":\"x\",\"quantity\":1}]|BAD_PRICE",
        "[{\"id\":\"A\",\"item_price\":1,\"quantity\":0}]|BAD_QUANTITY",
        "[{\"id\":\"A\",\"item_price\":-1,\"quantity\":1}]|RETURN_OR_CANCELLATION"
      })
  void a_wrong_number_in_contents_refuses_the_row(String contents, String code) {
    assertThat(map(Samples.order().with("contents", contents)).codes())
        .extracting(Enum::name)
        .containsExactly(code);
  }

  @Test
  void contents_that_are_no_array_of_items_are_left_out() {
    for (String cell : new String[] {"{}", "[1]", "[", "text"}) {
      assertThat(map(Samples.order().with("contents", cell)).droppedCodes())
          .containsExactly(Code.BAD_CONTENTS);
    }
  }

  @Test
  void one_row_without_items_that_is_multiplied_is_suspicious() {
    assertThat(map(Samples.order().without("item_id")).noticeCodes())
        .containsExactly(Code.SUSPICIOUS_VALUE);
    assertThat(map(Samples.order().without("item_id").with("value", "9")).noticeCodes()).isEmpty();
  }

  @Test
  void opting_out_is_sent_in_capitals_or_kept_here() {
    TestRows rows = Samples.order().with("opt_out", "yes").with("opt_out_type", "ldp");
    Mapped mapped = map(rows);

    assertThat(mapped.event().path("opt_out").asBoolean()).isTrue();
    assertThat(mapped.event().path("custom_data").path("opt_out_type").asText()).isEqualTo("LDP");
    assertThat(mapped.noticeCodes()).containsExactly(Code.LDP_WITHOUT_STATE);
    assertThat(Samples.api().set("opt_out_policy", "suppress").map(rows).codes())
        .containsExactly(Code.OPTED_OUT);
    assertThat(Samples.file().map(rows).codes()).containsExactly(Code.OPTED_OUT);
  }

  @Test
  void a_type_alone_says_nothing_of_opting_out() {
    JsonNode event = map(Samples.order().with("opt_out_type", "LdP")).event();

    assertThat(event.has("opt_out")).isFalse();
    assertThat(event.path("custom_data").path("opt_out_type").asText()).isEqualTo("LDP");
  }

  @Test
  void a_file_has_a_line_for_each_order() {
    Mapped mapped = Samples.file().map(twoRows());

    assertThat(mapped.text(0))
        .isEqualTo(Samples.EMAIL_HASH + ",1772648530,checkout,offline,58.99,A-10045,3\r\n");
  }
}
