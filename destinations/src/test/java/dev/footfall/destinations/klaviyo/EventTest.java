package dev.footfall.destinations.klaviyo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders as events. */
class EventTest {
  private static JsonNode first(Mapped mapped) {
    return mapped.json(0).path("attributes").path("events").path("data").path(0).path("attributes");
  }

  @Test
  void the_rows_of_an_order_are_one_event() {
    assertThat(Samples.events().map(Samples.orders().only(0).and(Samples.orders().only(1))).text(0))
        .isEqualTo(
            "{\"type\":\"event-bulk-create\",\"attributes\":{\"profile\":{\"data\":"
                + "{\"type\":\"profile\",\"attributes\":{\"email\":\"kim.lee+store@example.org\","
                + "\"external_id\":\"00123\"}}},\"events\":{\"data\":[{\"type\":\"event\","
                + "\"attributes\":{\"metric\":{\"data\":{\"type\":\"metric\",\"attributes\":"
                + "{\"name\":\"Placed Order\"}}},\"time\":\"2026-11-20T18:22:05Z\","
                + "\"value\":94.99,\"value_currency\":\"USD\",\"unique_id\":\"S-10045\","
                + "\"properties\":{\"OrderId\":\"S-10045\","
                + "\"ItemNames\":[\"Trail Shoe\",\"Wool Sock\"],"
                + "\"Categories\":[\"Footwear\",\"Accessories\"],\"Items\":[{\"ProductID\":"
                + "\"SKU-1\",\"ProductName\":\"Trail Shoe\",\"Quantity\":2,\"ItemPrice\":42.5,"
                + "\"RowTotal\":85,\"Categories\":[\"Footwear\"]},{\"ProductID\":\"SKU-2\","
                + "\"ProductName\":\"Wool Sock\",\"Quantity\":1,\"ItemPrice\":9.99,"
                + "\"RowTotal\":9.99,\"Categories\":[\"Accessories\"]}],"
                + "\"store_id\":\"WA-003\"}}}]}}}");
  }

  @Test
  void a_single_event_is_the_same_in_another_order() {
    Mapped mapped = Samples.events().map(Samples.orders().only(2));
    String body =
        new String(SingleEvents.bodies(mapped.events().get(0)).get(0), StandardCharsets.UTF_8);
    assertThat(body)
        .startsWith("{\"data\":{\"type\":\"event\",\"attributes\":{\"metric\":{\"data\":")
        .contains("\"profile\":{\"data\":{\"type\":\"profile\"")
        .contains("\"value\":9.99")
        .contains("\"unique_id\":\"S-10046\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0.335, 1, USD, 0.34",
    "19.995, 1, EUR, 20",
    "1000.5, 1, JPY, 1001",
    "1.2345, 1, KWD, 1.235",
    "10, 0.333, USD, 3.33"
  })
  void the_value_is_rounded_once(String price, String quantity, String currency, String value) {
    TestRows rows =
        Samples.orders()
            .only(2)
            .with("price", new BigDecimal(price))
            .with("quantity", new BigDecimal(quantity))
            .with("currency", currency);
    assertThat(Samples.events().map(rows).text(0)).contains("\"value\":" + value + ",");
  }

  @ParameterizedTest
  @CsvSource({
    "SKU-1, 1, e8c74f413d096e689fef65ac5cfb5d7d5c4361c22e1a17bc5d103edb5a6a710e",
    "SKU-1, 2, 93d3ba646bbda8d23567bd40a8ab95d053e472b0c0da946407646b5c91dd1a82"
  })
  void an_event_without_order_is_known_by_what_it_is(String product, int quantity, String id) {
    TestRows rows =
        TestRows.one(
            "email",
            "kim.lee@example.org",
            "timestamp",
            "2026-07-20T10:00:00Z",
            "value",
            "94.99",
            "currency",
            "USD",
            "product_id",
            product,
            "quantity",
            quantity);
    assertThat(Samples.events().map(rows).events().get(0).id()).isEqualTo(id);
  }

  @Test
  void an_event_of_nothing_but_a_phone_has_an_id_too() {
    TestRows rows =
        TestRows.one(
            "phone_number", "2062345678", "timestamp", "2026-07-20", "event_name", "Store Visit");
    Mapped mapped = Samples.events().map(rows);
    assertThat(mapped.events().get(0).id())
        .isEqualTo("1e29873a94d3cddb50777b169d8f88dbaaac7adb2240adc279832fff90b1e3de");
    assertThat(mapped.noticeCodes()).contains(Code.MISSING_VALUE);
  }

  @Test
  void an_order_of_two_people_is_rejected_whole() {
    TestRows rows = Samples.orders().with(0, "email", "other@example.org");
    assertThat(Samples.events().map(rows).codes())
        .containsExactly(Code.ORDER_IDENTITY_CONFLICT, Code.ORDER_IDENTITY_CONFLICT);
  }

  @Test
  void old_events_are_backfill() {
    assertThat(
            first(Samples.events().at("2026-11-30T18:22:05Z").map(Samples.orders()))
                .has("backfill"))
        .isTrue();
    assertThat(first(Samples.events().map(Samples.orders())).has("backfill")).isFalse();
  }

  @Test
  void a_row_with_a_bad_number_leaves_and_the_order_is_partial() {
    Mapped mapped = Samples.events().map(Samples.orders().with(0, "quantity", 0));
    assertThat(mapped.codes()).containsExactly(Code.BAD_QUANTITY);
    assertThat(mapped.noticeCodes()).contains(Code.PARTIAL_ORDER);
    assertThat(first(mapped).path("value").decimalValue()).isEqualByComparingTo("9.99");
  }

  @ParameterizedTest
  @CsvSource({
    "currency, '', MISSING_CURRENCY",
    "currency, dollars, BAD_CURRENCY",
    "timestamp, '', MISSING_TIMESTAMP",
    "timestamp, 20.07.2026, BAD_TIMESTAMP",
    "timestamp, 1989-12-31T23:59:59Z, EVENT_TOO_OLD",
    "timestamp, 2027-11-21T09:00:01Z, EVENT_IN_FUTURE",
    "price, -1, BAD_PRICE",
    "quantity, x, BAD_QUANTITY",
    "value, x, BAD_VALUE",
    "is_return, true, RETURN_OR_CANCELLATION",
    "opt_out, true, OPTED_OUT",
    "opt_out, maybe, BAD_OPT_OUT"
  })
  void what_cannot_be_sent_has_its_code(String column, String value, Code code) {
    assertThat(Samples.events().map(Samples.orders().only(2).with(column, value)).codes())
        .containsExactly(code);
  }

  @Test
  void items_may_be_events_of_their_own() {
    Mapped mapped = Samples.events().set("ordered_product_events", "true").map(Samples.orders());
    JsonNode events = mapped.json(0).path("attributes").path("events").path("data");
    assertThat(mapped.events().get(0).parts()).isEqualTo(3);
    assertThat(events).hasSize(3);
    assertThat(events.path(1).path("attributes").path("unique_id").asText())
        .isEqualTo("S-10045_SKU-1");
    assertThat(SingleEvents.bodies(mapped.events().get(0))).hasSize(3);
  }

  @Test
  void names_of_the_buyer_go_along_only_when_asked() {
    TestRows rows = Samples.orders().only(2).with("first_name", "Kim");
    assertThat(Samples.events().map(rows).text(0)).doesNotContain("Kim\"");
    assertThat(Samples.events().set("update_profile_from_events", "true").map(rows).text(0))
        .contains("\"first_name\":\"Kim\"");
  }
}
