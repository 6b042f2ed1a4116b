package dev.footfall.destinations.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When and where an event happened, what it is called, and who may use it. */
class EventTest {
  private static Mapped at(TestRun run, Object timestamp, String source) {
    return run.map(Samples.order().with("timestamp", timestamp).with("action_source", source));
  }

  @Test
  void times_in_any_form_are_whole_seconds() {
    for (Object time :
        List.of(
            "2026-11-20T18:05:00Z",
            "2026-11-20T13:05:00-05:00",
            "1795197900",
            "1795197900000",
            "2026-11-20 18:05:00",
            1795197900L,
            Instant.ofEpochSecond(1795197900L, 999_000_000))) {
      assertThat(at(Samples.run(), time, "").event().path("event_time").toString())
          .as(time.toString())
          .isEqualTo("1795197900");
    }
    assertThat(at(Samples.run(), "yesterday", "").codes()).containsExactly(Code.BAD_TIMESTAMP);
    assertThat(at(Samples.run(), " ", "").codes()).containsExactly(Code.MISSING_TIMESTAMP);
    assertThat(at(Samples.run(), "2026-11-20", "").droppedCodes())
        .containsExactly(Code.DATE_ONLY_TIMESTAMP);
  }

  @Test
  void other_sources_have_seven_days_less_ten_minutes() {
    assertThat(at(Samples.run(), 1794647400, "email").events()).hasSize(1);
    assertThat(at(Samples.run(), 1794647399, "email").codes()).containsExactly(Code.EVENT_TOO_OLD);
    assertThat(at(Samples.run().firstSend(true), 1794647399, "email").codes())
        .containsExactly(Code.EVENT_TOO_OLD);
  }

  @Test
  void stores_have_seven_calendar_days() {
    assertThat(at(Samples.run(), 1794614400, "").events()).hasSize(1);
    assertThat(at(Samples.run(), 1794614399, "").codes()).containsExactly(Code.EVENT_TOO_OLD);
    assertThat(at(Samples.run().in("America/New_York"), 1794632400, "").events()).hasSize(1);
    assertThat(at(Samples.run().in("America/New_York"), 1794632399, "").codes())
        .containsExactly(Code.EVENT_TOO_OLD);
  }

  @Test
  void stores_have_62_days_on_the_first_send() {
    TestRun first = Samples.run().firstSend(true);

    assertThat(at(first, 1789895400, "").events()).hasSize(1);
    assertThat(at(first, 1789895399, "").codes()).containsExactly(Code.EVENT_TOO_OLD);
    assertThat(at(first.set("initial_load", "off"), 1794614399, "").codes())
        .containsExactly(Code.EVENT_TOO_OLD);
    assertThat(first.route(Samples.order()).windowDays()).isEqualTo(62);
    assertThat(Samples.run().route(Samples.order()).windowDays()).isEqualTo(7);
  }

  @Test
  void the_future_begins_after_a_minute() {
    assertThat(at(Samples.run(), 1795251660, "").events()).hasSize(1);
    assertThat(at(Samples.run(), 1795251661, "").codes()).containsExactly(Code.EVENT_IN_FUTURE);
  }

  @Test
  void an_event_expires_when_its_window_closes() {
    assertThat(only(at(Samples.run(), 1795197900, "email")).expiresAt())
        .isEqualTo(1795197900L + 7 * 86_400 - 600);
    assertThat(only(at(Samples.run(), 1795197900, "")).expiresAt())
        .isEqualTo(Instant.parse("2026-11-27T23:59:59Z").getEpochSecond());
    assertThat(only(at(Samples.run().firstSend(true), 1795197900, "")).expiresAt())
        .isEqualTo(1795197900L + 62 * 86_400 - 600);
  }

  private static Event only(Mapped mapped) {
    assertThat(mapped.events()).hasSize(1);
    return mapped.events().get(0);
  }

  @Test
  void an_order_happened_when_its_earliest_row_did() {
    TestRows rows = Samples.order().and(Samples.order().with("timestamp", "2026-11-20T17:00:00Z"));

    assertThat(Samples.run().map(rows).event().path("event_time").asLong()).isEqualTo(1795194000L);
  }

  @Test
  void event_names_are_read_without_case_spaces_and_hyphens() {
    assertThat(name("add to cart")).isEqualTo("AddToCart");
    assertThat(name("ADD_TO-WISHLIST")).isEqualTo("AddToWishlist");
    assertThat(name(" ")).isEqualTo("Purchase");
    assertThat(Samples.run().map(Samples.row().with("event_name", "Donate")).codes())
        .containsExactly(Code.BAD_EVENT_NAME);
    assertThat(
            Samples.run()
                .set("extra_event_names", "Donate, CompleteRegistration")
                .map(Samples.row().with("event_name", "donate"))
                .event()
                .path("event_name")
                .asText())
        .isEqualTo("Donate");
    assertThat(
            Samples.run()
                .set("extra_event_names", "CompleteRegistration")
                .canonical()
                .map(Samples.row().with("event_name", "sign_up"))
                .event()
                .path("event_name")
                .asText())
        .isEqualTo("CompleteRegistration");
  }

  private static String name(String cell) {
    return Samples.run()
        .map(Samples.row().with("event_name", cell))
        .event()
        .path("event_name")
        .asText();
  }

  @Test
  void an_unknown_action_source_is_rejected() {
    assertThat(at(Samples.run(), 1795197900, "shop").codes())
        .containsExactly(Code.BAD_ACTION_SOURCE);
    assertThat(at(Samples.run(), 1795197900, "PHONE_CALL").event().path("action_source").asText())
        .isEqualTo("phone_call");
  }

  @Test
  void a_website_event_needs_agent_id_and_url() {
    assertThat(Samples.run().map(Samples.website()).events()).hasSize(1);
    for (String column : List.of("client_user_agent", "event_id", "event_source_url")) {
      assertThat(Samples.run().map(Samples.website().with(column, " ")).rejected())
          .extracting(Mapped.Line::brief)
          .containsExactly("1 MISSING_WEBSITE_FIELD " + column);
    }
    assertThat(Samples.run().map(Samples.website().with("event_source_url", "/cart")).codes())
        .containsExactly(Code.MISSING_WEBSITE_FIELD);
    assertThat(Samples.run().map(Samples.order().with("event_source_url", "/cart")).droppedCodes())
        .containsExactly(Code.FIELD_DROPPED);
  }

  @Test
  void an_app_event_needs_its_app_data() {
    TestRows app =
        Samples.order()
            .with("action_source", "app")
            .with("advertiser_tracking_enabled", 1)
            .with("application_tracking_enabled", "false")
            .with("app_extinfo", extended(16));

    assertThat(Samples.run().map(app).event().path("app_data").toString())
        .startsWith(
            "{\"advertiser_tracking_enabled\":1,\"application_tracking_enabled\":0,"
                + "\"extinfo\":[\"i2\",\"1\"");
    assertThat(Samples.run().map(app.with("app_extinfo", extended(15))).codes())
        .containsExactly(Code.MISSING_APP_DATA);
    assertThat(Samples.run().map(app.with("advertiser_tracking_enabled", "")).codes())
        .containsExactly(Code.MISSING_APP_DATA);
  }

  private static List<String> extended(int entries) {
    return Stream.concat(Stream.of("i2"), Collections.nCopies(entries - 1, "1").stream()).toList();
  }

  @Test
  void a_messaging_event_needs_its_channel() {
    TestRows row = Samples.order().with("action_source", "business_messaging");

    assertThat(Samples.run().map(row.with("messaging_channel", "sms")).codes())
        .containsExactly(Code.MISSING_MESSAGING_CHANNEL);
    assertThat(
            Samples.run()
                .map(row.with("messaging_channel", "WhatsApp"))
                .event()
                .path("messaging_channel")
                .asText())
        .isEqualTo("whatsapp");
  }

  @Test
  void ids_are_made_of_what_the_event_is() {
    assertThat(only(Samples.run().map(Samples.order().with("order_id", "ORD-1001"))).id())
        .isEqualTo("c93eff6acb2f8c2745fbf8264ba294ef60a10bdb23a63be015a988583499818c");
    TestRows row =
        Samples.row()
            .with("timestamp", 1795190000)
            .with("external_id", "amp-0042")
            .with("price", 10.0);
    assertThat(only(Samples.run().map(row)).id())
        .isEqualTo("c34e1d6c40bbe4ddbf9ece589eba6f118966afbd39e06bd0133e712c7db47793");
    assertThat(only(Samples.run().map(row.with("event_id", " Web-1 "))).id()).isEqualTo("Web-1");
  }

  @Test
  void the_ledger_knows_an_order_by_name_and_id_and_a_given_event_id_besides() {
    Event event = only(Samples.run().map(Samples.website()));

    assertThat(text(event.keys().own())).isEqualTo("oPurchase\0ORD-1");
    assertThat(text(event.keys().alias())).isEqualTo("iPurchase\0web-evt-88");
    assertThat(text(only(Samples.run().map(Samples.row())).keys().own())).startsWith("iPurchase\0");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void identical_rows_without_order_id_are_one_event() {
    assertThat(Samples.run().map(Samples.row().and(Samples.row())).codes())
        .containsExactly(Code.DUPLICATE_EVENT);
    TestRows two = Samples.website().and(Samples.website().with("order_id", "ORD-2"));
    assertThat(Samples.run().map(two).codes()).containsExactly(Code.DUPLICATE_EVENT);
  }

  @Test
  void columns_that_must_be_there_are_named() {
    assertThat(Samples.run().binding(TestRows.of("email", "currency", "value")).problems())
        .extracting(p -> p.column())
        .containsExactly("timestamp");
    assertThat(Samples.run().binding(TestRows.of("email", "timestamp", "event_name")).problems())
        .isEmpty();
    assertThat(Samples.run().binding(TestRows.of("timestamp", "price", "em", "phone")).problems())
        .extracting(p -> p.column())
        .containsExactly("currency", "price and quantity or value");
  }
}
