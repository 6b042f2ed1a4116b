package dev.footfall.destinations.snapchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the rows of an order become an event of the Conversions API. */
class OrderTest {
  private static Mapped map(TestRows rows) {
    return Samples.api().map(rows);
  }

  private static Mapped row(String column, Object value) {
    return map(Samples.row().with(column, value));
  }

  @Test
  void the_documented_example_is_made_byte_for_byte_with_items_in_canonical_order() {
    assertThat(map(Samples.example()).text(0))
        .isEqualTo(
            "{\"event_name\":\"PURCHASE\",\"event_time\":1795014566,\"event_id\":"
                + "\"816c02aad2652b28a6fde66c04887d09f61b04db8a15d7553d6575b797979ed1\","
                + "\"action_source\":\"OFFLINE\",\"user_data\":{\"em\":[\""
                + Samples.AVA
                + "\"],\"ph\":[\"15744f8a860ed681abfd2d805ba9a8f6232095ceea9caf013a43647c7f053d83\"]"
                + ",\"fn\":[\"bf446ea38129b6f1a1ada774c9130c81a33904db1ee88e5b557d76ef1fb5e22d\"],"
                + "\"ln\":[\"5a8899099f6c9945c4a206d3e039b60a24ae61d12722e5af0194c3d247966dc7\"],"
                + "\"ge\":[\"252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111\"],"
                + "\"db\":\"ecc12b2987b5635419f34418f44851a1b2ff544ebd9f54318271031740c763d8\","
                + "\"ct\":[\"fcc7b12e619d7e36782eeba767f24c4fe9dd54a931994e68c515be24bd046b59\"],"
                + "\"st\":[\"6959097001d10501ac7d54c0bdb8db61420f658f2922cc26e46d536119a31126\"],"
                + "\"zp\":[\"b888babfbc5e2d03fd5bdf2b51182aca00a1de23187b779c8455d2f1f19038fd\"],"
                + "\"country\":"
                + "[\"79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621\"],"
                + "\"external_id\":"
                + "\"354ae93d70676c04ae928fc4e36d25272c047a202665925e225727a919cbc9db\"},"
                + "\"custom_data\":{\"currency\":\"USD\",\"value\":64.30,\"num_items\":3,"
                + "\"order_id\":\"SO-100234\",\"content_ids\":[\"CAP-RED\",\"TEE-BLK-M\"],"
                + "\"contents\":[{\"id\":\"CAP-RED\",\"quantity\":\"1\",\"item_price\":\"24.50\"},"
                + "{\"id\":\"TEE-BLK-M\",\"quantity\":\"2\",\"item_price\":\"19.90\"}]}}");
  }

  @Test
  void a_row_without_order_is_named_by_all_that_it_says() {
    Mapped mapped =
        map(
            Samples.row()
                .without("transaction_id")
                .with("item_id", "TEE-BLK-M;CAP-RED")
                .with("number_items", 3)
                .with("price", "64.3"));

    assertThat(mapped.event().path("event_id").asText())
        .isEqualTo("ef9b30c4a5ef13d18e675890f76ef4c793268396c93b6842ed8d7b80aac65e2b");
    assertThat(mapped.event().at("/custom_data/contents").toString())
        .isEqualTo("[{\"id\":\"TEE-BLK-M\"},{\"id\":\"CAP-RED\"}]");
  }

  @Test
  void rows_without_order_stay_apart_and_identical_ones_are_one_event() {
    TestRows row = Samples.row().without("transaction_id");

    assertThat(map(row.and(row.with("price", "5"))).events()).hasSize(2);
    Mapped twice = map(row.and(row));
    assertThat(twice.events()).hasSize(1);
    assertThat(twice.codes()).containsExactly(Code.DUPLICATE_EVENT);
  }

  @Test
  void one_order_of_two_event_types_is_two_events() {
    TestRows rows = Samples.row().and(Samples.row().with("event_type", "Add to cart"));

    assertThat(map(rows).texts())
        .hasSize(2)
        .anySatisfy(text -> assertThat(text).contains("\"ADD_CART\""));
  }

  @ParameterizedTest
  @CsvSource({
    "Purchase,PURCHASE", "add-to-cart,ADD_CART", "spend credits,SPENT_CREDITS",
    "initiate_checkout,START_CHECKOUT", "custom_event_5,CUSTOM_EVENT_5", "'',PURCHASE"
  })
  void event_types_are_read_in_any_spelling(String given, String sent) {
    assertThat(row("event_type", given).event().path("event_name").asText()).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "event_type,checkout,BAD_EVENT_NAME",
    "action_source,web,BAD_ACTION_SOURCE",
    "action_source,App,BAD_ACTION_SOURCE",
    "timestamp,'',MISSING_TIMESTAMP",
    "timestamp,11/18/2026,BAD_TIMESTAMP",
    "timestamp,yesterday,BAD_TIMESTAMP",
    "timestamp,20261118,BAD_TIMESTAMP",
    "timestamp,2026-10-14T11:59:59Z,EVENT_TOO_OLD",
    "timestamp,2026-11-20T12:05:01Z,EVENT_IN_FUTURE",
    "email,'',MISSING_IDENTITY",
    "price,'',MISSING_VALUE",
    "price,-5.00,RETURN_OR_CANCELLATION",
    "price,(5.00),BAD_VALUE",
    "price,12..3,BAD_VALUE",
    "price,'$1,234.50',BAD_VALUE",
    "price,'1.234,50',BAD_VALUE",
    "price,free,BAD_VALUE",
    "quantity,-1,RETURN_OR_CANCELLATION",
    "is_return,yes,RETURN_OR_CANCELLATION",
    "is_cancellation,1,RETURN_OR_CANCELLATION",
    "currency,'',MISSING_CURRENCY",
    "currency,Galleon,BAD_CURRENCY",
    "currency,US,BAD_CURRENCY",
    "currency,XXX,BAD_CURRENCY",
    "currency,BAM,BAD_CURRENCY",
    "opt_out,true,OPTED_OUT",
    "opt_out,perhaps,BAD_OPT_OUT"
  })
  void a_row_that_snapchat_would_refuse_is_not_sent(String column, String value, Code code) {
    assertThat(row(column, value).codes()).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-18T15:09:26Z",
        "2026-11-18 15:09:26.000 UTC",
        "2026-11-18T07:09:26-08:00",
        "1795014566",
        "1795014566449"
      })
  void times_are_read_in_any_of_their_spellings(String given) {
    assertThat(row("timestamp", given).event().path("event_time").asLong())
        .isEqualTo(1_795_014_566L);
  }

  @Test
  void a_time_without_zone_is_read_in_the_destinations_zone() {
    Mapped mapped =
        Samples.api()
            .set("timezone", "America/New_York")
            .map(Samples.row().with("timestamp", "2026-11-18 10:09:26"));

    assertThat(mapped.event().path("event_time").asLong()).isEqualTo(1_795_014_566L);
  }

  @Test
  void exactly_37_days_are_taken_and_more_than_7_are_worth_a_word() {
    Mapped mapped = row("timestamp", "2026-10-14T12:00:00Z");

    assertThat(mapped.event().path("event_time").asLong()).isEqualTo(1_791_979_200L);
    assertThat(mapped.noticeCodes()).containsExactly(Code.LATE_FOR_PLATFORM);
  }

  @ParameterizedTest
  @CsvSource({
    "1234.5,USD,1234.50",
    "' 1234.50 ',USD,1234.50",
    "1.2345E3,USD,1234.50",
    "1980.4,JPY,1980"
  })
  void amounts_have_the_digits_of_their_currency(String price, String currency, String sent) {
    Mapped mapped = map(Samples.row().with("price", price).with("currency", currency));

    assertThat(mapped.text(0)).contains("\"value\":" + sent + ",");
  }

  @ParameterizedTest
  @CsvSource({"line_total,64.30,19.90", "unit_price,104.10,39.80", "order_total,24.50,"})
  void the_price_is_what_the_setting_says(String priceIs, String value, String unit) {
    Mapped mapped = Samples.api().set("price_is", priceIs).map(Samples.example());

    assertThat(mapped.text(0)).contains("\"value\":" + value + ",");
    assertThat(mapped.event().at("/custom_data/contents/1/item_price").asText())
        .isEqualTo(unit == null ? "" : unit);
  }

  @Test
  void a_row_leaves_alone_for_its_own_numbers() {
    Mapped mapped = map(Samples.example().with(0, "price", "free"));

    assertThat(mapped.codes()).containsExactly(Code.BAD_VALUE);
    assertThat(mapped.event().at("/custom_data/value").asText()).isEqualTo("24.5");
    assertThat(mapped.noticeCodes()).containsExactly(Code.VALUE_PARTIAL);
  }

  @Test
  void rows_of_one_order_in_two_currencies_are_not_added_up() {
    assertThat(map(Samples.example().with(1, "currency", "EUR")).codes())
        .containsExactly(Code.CURRENCY_CONFLICT, Code.CURRENCY_CONFLICT);
  }

  @Test
  void the_first_person_counts_and_a_second_one_is_reported() {
    Mapped mapped = map(Samples.example().with(0, "email", "another@example.com"));

    assertThat(mapped.noticeCodes()).containsExactly(Code.ORDER_IDENTITY_CONFLICT);
    assertThat(mapped.event().at("/user_data/em/0").asText()).isEqualTo(Samples.AVA);
  }

  @Test
  void the_earliest_time_counts() {
    Mapped mapped = map(Samples.example().with(0, "timestamp", "2026-11-18T15:10:00Z"));

    assertThat(mapped.noticeCodes()).containsExactly(Code.ORDER_ATTRIBUTE_CONFLICT);
    assertThat(mapped.event().path("event_time").asLong()).isEqualTo(1_795_014_566L);
  }

  @Test
  void the_count_of_items_falls_back_from_numbers_to_quantities_to_rows() {
    TestRows bare = Samples.example().without("number_items");

    assertThat(map(bare.with("quantity", "4")).event().at("/custom_data/num_items").asInt())
        .isEqualTo(8);
    assertThat(map(bare).event().at("/custom_data/num_items").asInt()).isEqualTo(2);
    assertThat(map(bare.without("item_id")).event().at("/custom_data").has("num_items")).isFalse();
  }

  @Test
  void several_mobile_id_columns_may_stand_side_by_side() {
    String first = "CDDA802E-FB9C-47AD-0794-D394C912AD01";
    TestRows rows =
        Samples.row().with("email", "").with("gaid", first).with("aaid", "").with("idfa", "");

    assertThat(Samples.api().binding(rows).problems()).isEmpty();
    assertThat(map(rows).event().at("/user_data/madid").asText())
        .isEqualTo("cdda802e-fb9c-47ad-0794-d394c912ad01");
  }

  @Test
  void an_ip_address_needs_its_agent() {
    TestRows rows = Samples.row().with("email", "").with("ip_address", "203.0.113.7");

    assertThat(map(rows).codes()).containsExactly(Code.MISSING_IDENTITY);
    assertThat(map(rows.with("user_agent", "till/1.0")).events()).hasSize(1);
  }

  @Test
  void an_opt_out_of_one_row_is_the_orders() {
    TestRows rows = Samples.example().with("opt_out", "no").with(1, "opt_out", "YES");

    assertThat(map(rows).codes()).containsExactly(Code.OPTED_OUT, Code.OPTED_OUT);
    JsonNode sent = Samples.api().set("drop_opted_out", "false").map(rows).event();
    assertThat(sent.path("opt_out").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "LDU", "[\"LDU\"]", "lmu", "perhaps"})
  void limited_data_use_is_passed_on_and_doubt_protects(String said) {
    JsonNode event =
        map(Samples.row()
                .with("limited_data_use", said)
                .with("data_processing_options_state", "1000"))
            .event();

    assertThat(event.path("data_processing_options").toString()).isEqualTo("[\"LDU\"]");
    assertThat(event.path("data_processing_options_country").asInt(-1)).isZero();
    assertThat(event.path("data_processing_options_state").asInt()).isEqualTo(1000);
  }

  @Test
  void what_is_not_said_is_not_written() {
    JsonNode event = map(Samples.row().with("limited_data_use", "no").with("status", "")).event();

    assertThat(event.has("data_processing_options")).isFalse();
    assertThat(event.has("opt_out")).isFalse();
    assertThat(event.toString()).doesNotContain("null", "\"\"", "[]", "{}");
  }

  @Test
  void an_event_that_is_no_purchase_needs_no_money() {
    Mapped mapped =
        map(Samples.row().with("event_type", "SIGN_UP").with("price", "").with("currency", ""));

    assertThat(mapped.event().at("/custom_data").has("value")).isFalse();
  }

  @Test
  void further_currencies_can_be_added() {
    TestRun more = Samples.api().set("extra_currencies", "BAM");

    assertThat(more.map(Samples.row().with("currency", "BAM")).events()).hasSize(1);
    assertThatThrownBy(() -> Samples.api().set("default_currency", "BAM").map(Samples.row()))
        .isInstanceOf(SettingFault.class);
  }

  @Test
  void returns_can_be_taken_but_never_negative_amounts() {
    TestRun run = Samples.api().set("include_returns", "true");

    assertThat(run.map(Samples.row().with("is_return", "yes")).events()).hasSize(1);
    assertThat(run.map(Samples.row().with("price", "-5")).codes()).containsExactly(Code.BAD_VALUE);
  }

  @Test
  void categories_and_brands_are_joined_and_a_page_may_be_the_settings() {
    JsonNode event =
        Samples.api()
            .set("default_event_source_url", "https://shop.example/stores")
            .set("integration", "acme")
            .map(
                Samples.example()
                    .with("brand", "Acme")
                    .with("item_category", "Tops")
                    .with(0, "item_category", "Caps"))
            .event();

    assertThat(event.at("/custom_data/brands").asText()).isEqualTo("Acme");
    assertThat(event.at("/custom_data/content_category").asText()).isEqualTo("Tops,Caps");
    assertThat(event.path("event_source_url").asText()).isEqualTo("https://shop.example/stores");
    assertThat(event.path("integration").asText()).isEqualTo("acme");
  }

  @Test
  void a_given_event_id_is_sent_and_does_not_come_twice_for_another_order() {
    TestRows rows = Samples.row().with("event_id", "web-1");
    Mapped mapped = map(rows.and(rows.with("transaction_id", "SO-2")));

    assertThat(mapped.event().path("event_id").asText()).isEqualTo("web-1");
    assertThat(mapped.codes()).containsExactly(Code.DUPLICATE_EVENT);
  }

  @Test
  void a_query_must_return_what_every_event_needs() {
    TestRows rows =
        Samples.row().without("event_type").without("price").without("currency").without("email");

    assertThat(Samples.api().binding(rows.without("timestamp")).problems())
        .extracting(Binding.Problem::code)
        .containsExactly(
            Code.MISSING_COLUMN, Code.MISSING_COLUMN, Code.MISSING_COLUMN, Code.MISSING_COLUMN);
    assertThat(Samples.api().binding(Samples.row().with("em", "x")).problems())
        .extracting(Binding.Problem::code)
        .containsExactly(Code.AMBIGUOUS_COLUMN);
  }

  @Test
  void an_event_larger_than_a_request_is_not_sent() {
    assertThat(
            Samples.api()
                .set("max_batch_bytes", "10000")
                .map(Samples.row().with("status", "x".repeat(10_000)))
                .codes())
        .containsExactly(Code.EVENT_TOO_LARGE);
  }
}
