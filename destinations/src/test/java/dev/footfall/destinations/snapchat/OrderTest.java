package dev.footfall.destinations.snapchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import org.junit.jupiter.api.Test;

/** How the rows of an order become an event of the Conversions API. */
class OrderTest {
  private static Mapped map(TestRows rows) {
    return Samples.api().map(rows);
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

  @Test
  void a_row_leaves_alone_for_its_own_numbers() {
    Mapped mapped = map(Samples.example().with(0, "price", "free"));

    assertThat(mapped.codes()).containsExactly(Code.BAD_VALUE);
    assertThat(mapped.event().at("/custom_data/value").asText()).isEqualTo("24.5");
    assertThat(mapped.noticeCodes()).containsExactly(Code.VALUE_PARTIAL);
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
  void an_opt_out_of_one_row_is_the_orders() {
    TestRows rows = Samples.example().with("opt_out", "no").with(1, "opt_out", "YES");

    assertThat(map(rows).codes()).containsExactly(Code.OPTED_OUT, Code.OPTED_OUT);
    JsonNode sent = Samples.api().set("drop_opted_out", "false").map(rows).event();
    assertThat(sent.path("opt_out").asBoolean()).isTrue();
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
}
