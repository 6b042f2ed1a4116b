package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows are one event, and what it is known by. */
class GroupingTest {
  @ParameterizedTest
  @CsvSource({
    "A-10045,CompletePayment,83461b8dd25f5d254693f76bc142df93",
    "A-10045,Purchase,965ca8c56760034d0d4d14f3c243ea62",
    "000123,CompletePayment,6effa0b9c5cf78892a5df5fe6b627d65",
    "Bestellung-Ü7,CompletePayment,049e46c644feb4e8f47ca8953fcbdaf9"
  })
  void an_orders_event_id_is_made_of_order_event_and_time(String order, String event, String id) {
    Mapped mapped = Samples.run().map(Samples.row().with("order_id", order).with("event", event));

    assertThat(mapped.event().path("event_id").asText()).isEqualTo(id);
    assertThat(mapped.events().get(0).id()).isEqualTo(id);
  }

  @Test
  void without_an_order_the_event_id_is_made_of_person_event_and_time() {
    assertThat(Samples.run().map(Samples.row()).events().get(0).id())
        .isEqualTo("f08e08cc42e3cab498e574fc986fd047");
    assertThat(
            Samples.run()
                .map(Samples.row().with("email", "").with("event", "Contact"))
                .events()
                .get(0)
                .id())
        .isEqualTo("4e88cff44ed84cc5a0cfe66c06b937de");
  }

  @Test
  void an_event_id_of_the_query_goes_unchanged_up_to_128_characters() {
    String longest = "é".repeat(128);

    assertThat(Samples.run().map(Samples.order().with("event_id", " web-1 ")).events().get(0).id())
        .isEqualTo("web-1");
    assertThat(Samples.run().map(Samples.order().with("event_id", longest)).events()).hasSize(1);
    assertThat(Samples.run().map(Samples.order().with("event_id", longest + "x")).codes())
        .containsExactly(Code.BAD_EVENT_ID);
  }

  @Test
  void rows_without_ids_of_one_person_event_and_second_are_one_event() {
    TestRows rows =
        Samples.row()
            .and(Samples.row().with("phone", "12065550123"))
            .and(Samples.row().with("timestamp", "2026-03-04T18:22:11Z"))
            .and(Samples.row().with("email", "pat@example.org"));
    Mapped mapped = Samples.run().map(rows);

    assertThat(mapped.events()).hasSize(3);
    assertThat(mapped.events().get(0).rows().numbers()).containsExactly(1, 2);
  }

  @Test
  void rows_that_share_an_event_id_are_one_event_and_orders_that_differ_are_noticed() {
    TestRows rows =
        Samples.order()
            .with("event_id", "E-1")
            .and(Samples.order().with("event_id", "E-1").with("order_id", "A-2"));
    Mapped mapped = Samples.run().map(rows);

    assertThat(mapped.event().path("properties").path("order_id").asText()).isEqualTo("A-10045");
    assertThat(mapped.noticeCodes()).containsExactly(Code.ORDER_ATTRIBUTE_CONFLICT);
  }

  @Test
  void an_order_under_two_event_ids_is_two_events_with_a_notice() {
    TestRows rows =
        Samples.order().with("event_id", "E-1").and(Samples.order().with("event_id", "E-2"));
    Mapped mapped = Samples.run().map(rows);

    assertThat(mapped.events()).hasSize(2);
    assertThat(mapped.noticeCodes()).containsExactly(Code.ORDER_SPLIT);
  }

  @Test
  void an_order_with_two_event_names_is_two_events() {
    TestRows rows = Samples.order().and(Samples.order().with("event", "Contact"));

    assertThat(Samples.run().map(rows).events()).hasSize(2);
  }

  @Test
  void the_column_names_the_event_set_before_the_setting() {
    TestRows rows =
        Samples.order()
            .with("event_set_id", 7_000_000_000_000_000_001L)
            .and(Samples.order().with("event_set_id", null));
    Mapped mapped = Samples.run().map(rows);

    assertThat(mapped.events())
        .extracting(Event::partition)
        .containsExactly("7000000000000000001", Samples.EVENT_SET);
  }

  @ParameterizedTest
  @CsvSource({"abc,BAD_EVENT_SET_ID", "123456789012345678901,BAD_EVENT_SET_ID"})
  void an_event_set_is_1_to_20_digits(String set, String code) {
    assertThat(Samples.run().map(Samples.row().with("event_set_id", set)).codes())
        .containsExactly(Code.valueOf(code));
  }

  @Test
  void a_floating_event_set_lost_digits_and_none_is_missing() {
    assertThat(Samples.run().map(Samples.row().with("event_set_id", 7.0e18)).codes())
        .containsExactly(Code.BAD_EVENT_SET_ID);
    assertThat(Samples.unaddressed().map(Samples.row()).codes())
        .containsExactly(Code.MISSING_EVENT_SET_ID);
  }

  @Test
  void the_ledger_knows_an_order_by_its_id_whatever_its_time() {
    Mapped early = Samples.run().map(Samples.order());
    Mapped late = Samples.run().map(Samples.order().with("timestamp", "2026-03-05T01:00:00Z"));

    assertThat(early.events().get(0).keys().own()).isEqualTo(late.events().get(0).keys().own());
    assertThat(early.events().get(0).id()).isNotEqualTo(late.events().get(0).id());
  }

  @Test
  void the_ledger_tells_event_sets_event_names_and_ids_apart() {
    assertThat(key(Samples.order()))
        .isEqualTo("o" + Samples.EVENT_SET + "~CompletePayment~A-10045");
    assertThat(key(Samples.order().with("event_set_id", "7")))
        .isEqualTo("o7~CompletePayment~A-10045");
    assertThat(key(Samples.order().with("event_id", "E-1")))
        .isEqualTo("i" + Samples.EVENT_SET + "~CompletePayment~E-1");
    assertThat(key(Samples.row()))
        .isEqualTo("i" + Samples.EVENT_SET + "~CompletePayment~f08e08cc42e3cab498e574fc986fd047");
  }

  private static String key(TestRows rows) {
    byte[] own = Samples.run().map(rows).events().get(0).keys().own();
    return new String(own, StandardCharsets.UTF_8).replace('\0', '~');
  }
}
