package dev.footfall.destinations.tradedesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows that become a conversion. */
class OrderTest {
  private static List<Code> notices(TestRows rows) {
    Mapped mapped = Samples.run().map(rows);
    return Stream.of(mapped.dropped(), mapped.notices())
        .flatMap(List::stream)
        .map(Mapped.Line::code)
        .toList();
  }

  private static String name(TestRows rows) {
    Event event = Samples.run().map(rows).events().get(0);
    return new String(event.keys().own(), StandardCharsets.UTF_8).replace('\u001F', '|');
  }

  @Test
  void rows_of_one_order_and_another_tag_or_name_are_another_conversion() {
    TestRows rows = Samples.order().with("tracking_tag_id", "a").with("eventname", "purchase");

    assertThat(Samples.run().map(rows.and(rows.with("tracking_tag_id", "b"))).events()).hasSize(2);
    assertThat(Samples.run().map(rows.and(rows.with("eventname", "login"))).events()).hasSize(2);
    assertThat(Samples.run().map(rows.and(rows.with("eventname", "Purchase "))).events())
        .hasSize(1);
  }

  @Test
  void a_currency_goes_only_beside_a_value() {
    TestRows bare = Samples.order().with("value", null);

    assertThat(Samples.item(bare)).doesNotContain("Value");
    assertThat(Samples.item(Samples.order().with("valuecurrency", null)))
        .contains("\"Value\":\"64.30\",\"EventName\"");
    assertThat(
            Samples.items(
                    Samples.run().set("default_currency", "JPY"),
                    Samples.order().with("valuecurrency", null))
                .get(0))
        .contains("\"Value\":\"64\",\"ValueCurrency\":\"JPY\"");
  }

  @Test
  void a_value_is_taken_once_and_added_up_only_where_it_is_missing() {
    TestRows lines = Samples.example();

    assertThat(Samples.items(Samples.run(), lines).get(0)).contains("\"Value\":\"64.30\"");
    assertThat(
            Samples.items(Samples.run(), lines.with("value", null).with("price", "10.005")).get(0))
        .contains("\"Value\":\"30.02\"");
    assertThat(Samples.items(Samples.run(), lines.with("value", null).with(0, "qty", "x")).get(0))
        .doesNotContain("\"Value\"");
    assertThat(notices(lines.with(1, "value", "1.00")))
        .containsExactly(Code.ORDER_ATTRIBUTE_CONFLICT);
  }

  @Test
  void rows_that_disagree_are_told_of() {
    assertThat(notices(Samples.example())).isEmpty();
    assertThat(notices(Samples.example().with(1, "city", "Tacoma")))
        .containsExactly(Code.ORDER_ATTRIBUTE_CONFLICT);
    assertThat(notices(Samples.example().with(1, "email", "joe@example.com")))
        .containsExactly(Code.ORDER_IDENTITY_CONFLICT);
  }

  @Test
  void an_item_without_code_is_no_line_item() {
    TestRows rows = Samples.order().with("cat", "Tops").with("item_code", " ");

    assertThat(Samples.item(rows)).doesNotContain("LineItems");
    assertThat(notices(rows)).containsExactly(Code.ITEM_WITHOUT_CODE);
  }

  @Test
  void line_items_may_wait_for_a_merchant() {
    TestRows rows = Samples.order().with("item_code", "A");
    String without =
        Samples.items(Samples.run().set("send_line_items", "with_merchant_only"), rows).get(0);

    assertThat(without).doesNotContain("LineItems");
    assertThat(
            Samples.items(
                    Samples.run().set("send_line_items", "with_merchant_only"),
                    rows.with("merchant_id", 11002))
                .get(0))
        .contains("\"MerchantId\":\"11002\"", "LineItems");
    assertThat(notices(rows.with("merchant_id", "acme"))).containsExactly(Code.FIELD_DROPPED);
  }

  @Test
  void a_long_item_name_is_cut() {
    TestRows rows = Samples.order().with("item_code", "A").with("item_name", "n".repeat(151));

    assertThat(Samples.item(rows)).contains("\"name\":\"" + "n".repeat(150) + "\"");
    assertThat(notices(rows)).containsExactly(Code.VALUE_TRUNCATED);
  }

  @Test
  void the_store_goes_into_its_slot_unless_the_slot_is_taken() {
    TestRows rows = Samples.order().with("storeid", "S-1");

    assertThat(Samples.item(rows)).endsWith("\"TD10\":\"S-1\"}");
    assertThat(Samples.item(rows.with("td10", "own"))).endsWith("\"TD10\":\"own\"}");
    assertThat(notices(rows.with("td10", "own"))).containsExactly(Code.STORE_ID_DROPPED);
    assertThat(Samples.items(Samples.run().set("storeid_slot", "TD2"), rows).get(0))
        .endsWith("\"TD2\":\"S-1\"}");
    assertThat(Samples.items(Samples.run().set("storeid_slot", "none"), rows).get(0))
        .doesNotContain("S-1");
  }

  @Test
  void consent_goes_as_texts_and_only_with_its_type() {
    TestRows rows = Samples.order().with("is_applicable", true).with("consent_string", "CPX");

    assertThat(Samples.item(rows.with("privacy_type", "GDPR")))
        .endsWith(
            "\"PrivacySettings\":[{\"privacy_type\":\"GDPR\",\"is_applicable\":\"1\","
                + "\"consent_string\":\"CPX\"}]}");
    assertThat(Samples.item(rows)).doesNotContain("Privacy");
    assertThat(notices(rows)).containsExactly(Code.FIELD_DROPPED);
  }

  @Test
  void late_orders_are_told_of() {
    assertThat(notices(Samples.order().with("timestamp", "2026-11-17T12:00:00Z"))).isEmpty();
    assertThat(notices(Samples.order().with("timestamp", "2026-11-17T11:59:59Z")))
        .containsExactly(Code.LATE_FOR_PLATFORM);
  }

  @Test
  void hashes_from_the_query_are_told_of_once_and_refused_where_that_is_set() {
    TestRows rows = Samples.order().with("email", "ab".repeat(32));

    assertThat(notices(rows.and(rows.with("orderid", "SO-9"))))
        .containsExactly(Code.PREHASHED_INPUT);
    assertThat(Samples.run().set("accept_prehashed", "false").map(rows).rejected())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.MISSING_IDENTITY);
  }

  @Test
  void the_names_of_a_device_may_stand_side_by_side() {
    String first = "a9342d1f-69f1-4bf8-bc2b-1f20eb451f21";
    TestRows rows =
        Samples.order()
            .with("email", null)
            .with("idfa", " ")
            .with("gaid", first)
            .with("madid", null);

    assertThat(Samples.run().binding(rows).problems()).isEmpty();
    assertThat(Samples.item(rows)).startsWith("{\"DAID\":\"" + first);
  }

  @Test
  void the_ledger_knows_an_order_whoever_it_is_of() {
    assertThat(name(Samples.order()))
        .isEqualTo("footfall-event/1|the-trade-desk|tag0001|purchase|order|SO-1")
        .isEqualTo(name(Samples.order().with("email", "joe@example.com")));
  }

  @Test
  void the_ledger_knows_a_sale_without_order_by_all_that_it_says() {
    assertThat(name(Samples.order().with("orderid", null).with("item_code", "A")))
        .isEqualTo(
            "footfall-event/1|the-trade-desk|tag0001|purchase|row|2026-11-18T15:09:26Z|64.30|email|"
                + "1hFzBkhe0OUK+rOshx6Y+BaZFR8wKBUn1j/18jNlbGk=|A");
  }

  @Test
  void identifiers_that_do_not_fit_one_request_together_are_left_out() {
    TestRows rows =
        Samples.order().with("phone", "(206) 555-0142").with("item_code", "x".repeat(6_000));
    Mapped mapped = Samples.run().set("max_batch_bytes", "10000").map(rows);

    assertThat(mapped.notices())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.IDENTIFIERS_TRUNCATED);
    assertThat(Samples.map(Samples.run(), rows).wanted(mapped.events().get(0))).hasSize(1);
  }

  @Test
  void canonical_rows_keep_the_customers_place_to_themselves() {
    TestRows rows =
        TestRows.one(
            "email", null,
            "phone", "020 7946 0958",
            "country", "United Kingdom",
            "city", "London",
            "timestamp", "2026-11-18T15:09:26Z",
            "event_name", "add_to_wishlist");
    String item = Samples.items(Samples.run().canonical(), rows).get(0);

    assertThat(item)
        .startsWith("{\"UID2\":\"" + Samples.uid2("8L8CKBRNn+K98dotjKaY8XvxQQ7miLB1wnBi5HtvC20="))
        .contains("\"EventName\":\"wishlistitem\"")
        .doesNotContain("Country", "London");
    assertThat(Samples.run().canonical().map(rows.with("event_name", "lead")).rejected())
        .extracting(Mapped.Line::code)
        .containsExactly(Code.BAD_EVENT_NAME);
  }
}
