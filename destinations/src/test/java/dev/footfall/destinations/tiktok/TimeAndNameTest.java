package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.SettingFault;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When events happened and what they are called. */
class TimeAndNameTest {
  @ParameterizedTest
  @CsvSource({
    "UTC,2026-03-04T18:22:10.500Z,1772648530",
    "UTC,2026-03-04T10:22:10-08:00,1772648530",
    "UTC,2026-03-04 18:22:10.000 UTC,1772648530",
    "America/Los_Angeles,2026-03-04 10:22:10,1772648530",
    "UTC,1772648530,1772648530",
    "UTC,1772648530500,1772648530",
    "UTC,1.7726485305E9,1772648530",
    "UTC,2026-03-04,1772582400",
    "America/Los_Angeles,2026-03-04,1772611200"
  })
  void times_become_unix_seconds(String zone, String time, long seconds) {
    Mapped mapped = Samples.run().set("timezone", zone).map(Samples.row().with("timestamp", time));

    assertThat(mapped.event().path("event_time").asLong()).isEqualTo(seconds);
  }

  @Test
  void typed_times_are_read_in_the_orchestrations_zone() {
    assertThat(seconds(Instant.parse("2026-03-04T18:22:10.9Z"))).isEqualTo(Samples.TIME);
    assertThat(seconds(LocalDateTime.parse("2026-03-04T18:22:10"))).isEqualTo(Samples.TIME);
    assertThat(seconds(LocalDate.parse("2026-03-04"))).isEqualTo(1_772_582_400L);
    assertThat(seconds(1_772_648_530L)).isEqualTo(Samples.TIME);
    assertThat(seconds(1.7726485305E9)).isEqualTo(Samples.TIME);
    assertThat(seconds(new BigDecimal("1772648530.25"))).isEqualTo(Samples.TIME);
  }

  private static long seconds(Object time) {
    return Samples.run()
        .map(Samples.row().with("timestamp", time))
        .event()
        .path("event_time")
        .asLong();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"03/04/2026", "yesterday", "20260304", "1999-12-31T23:59:59Z", "2100-01-02"})
  void other_times_and_mistaken_units_are_rejected(String time) {
    Mapped mapped = Samples.run().map(Samples.row().with("timestamp", time));

    assertThat(mapped.codes()).containsExactly(Code.BAD_TIMESTAMP);
  }

  @Test
  void a_blank_time_is_missing() {
    assertThat(Samples.run().map(Samples.row().with("timestamp", " ")).codes())
        .containsExactly(Code.MISSING_TIMESTAMP);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-01T18:22:10Z,",
    "2026-04-01T18:22:11Z,EVENT_TOO_OLD",
    "2026-03-04T18:17:10Z,",
    "2026-03-04T18:17:09Z,EVENT_IN_FUTURE"
  })
  void the_window_is_28_days_back_and_5_minutes_ahead(String now, String code) {
    Mapped mapped = Samples.run().at(now).map(Samples.row());

    assertThat(mapped.codes()).isEqualTo(code == null ? List.of() : List.of(Code.valueOf(code)));
  }

  @Test
  void settings_narrow_the_window() {
    assertThat(Samples.run().set("window_days", "5").map(Samples.row()).codes())
        .containsExactly(Code.EVENT_TOO_OLD);
    assertThat(Samples.run().set("window_days", "5").route(Samples.row()).windowDays())
        .isEqualTo(5);
    assertThat(
            Samples.run()
                .set("future_tolerance_seconds", "0")
                .at("2026-03-04T18:22:09Z")
                .map(Samples.row())
                .codes())
        .containsExactly(Code.EVENT_IN_FUTURE);
  }

  @Test
  void an_event_expires_with_its_window() {
    assertThat(Samples.run().map(Samples.row()).events().get(0).expiresAt())
        .isEqualTo(Samples.TIME + 28 * 86_400);
  }

  @Test
  void an_order_is_as_old_as_its_earliest_readable_row() {
    TestRows rows = Samples.order().and(Samples.order().with("timestamp", "2026-03-04T17:00:00Z"));

    assertThat(Samples.run().map(rows).event().path("event_time").asLong())
        .isEqualTo(Instant.parse("2026-03-04T17:00:00Z").getEpochSecond());
    assertThat(Samples.run().at("2026-04-01T18:00:00Z").map(rows).codes())
        .containsExactly(Code.EVENT_TOO_OLD, Code.EVENT_TOO_OLD);
  }

  @ParameterizedTest
  @CsvSource({
    "completepayment,CompletePayment",
    "Complete Payment,CompletePayment",
    "purchase,Purchase"
  })
  void names_must_be_spelt_exactly_and_the_right_spelling_is_proposed(String name, String right) {
    Mapped mapped = Samples.run().map(Samples.row().with("event", name));

    assertThat(mapped.codes()).containsExactly(Code.BAD_EVENT_NAME);
    assertThat(mapped.rejected().get(0).detail()).contains("'" + right + "'");
  }

  @Test
  void names_go_out_as_given() {
    for (String name : EventTypes.names()) {
      Mapped mapped = Samples.run().map(Samples.row().with("event", name));
      assertThat(mapped.event().path("event").asText()).isEqualTo(name);
    }
  }

  @Test
  void a_custom_name_is_rejected_without_a_proposal() {
    Mapped mapped = Samples.run().map(Samples.row().with("event", "BoughtSocks"));

    assertThat(mapped.codes()).containsExactly(Code.BAD_EVENT_NAME);
    assertThat(mapped.rejected().get(0).detail()).isEmpty();
  }

  @Test
  void a_blank_name_is_missing_unless_one_is_fixed() {
    TestRows rows = Samples.row().with("event", " ");

    assertThat(Samples.run().map(rows).codes()).containsExactly(Code.MISSING_EVENT_NAME);
    assertThat(
            Samples.run()
                .set("fixed_event_name", "Contact")
                .map(rows)
                .event()
                .path("event")
                .asText())
        .isEqualTo("Contact");
  }

  @Test
  void a_label_of_files_cannot_be_fixed_for_the_api() {
    assertThatThrownBy(
            () -> Samples.run().set("fixed_event_name", "Complete Payment").route(Samples.row()))
        .isInstanceOf(SettingFault.class);
  }

  @Test
  void canonical_names_are_mapped_and_purchase_is_the_default() {
    TestRows rows =
        TestRows.one("email", "pat@example.org", "timestamp", "2026-03-04T18:22:10Z", "value", 5);

    assertThat(canonical(rows)).isEqualTo("CompletePayment");
    assertThat(canonical(rows.with("event_name", "purchase"))).isEqualTo("CompletePayment");
    assertThat(canonical(rows.with("event_name", "lead"))).isEqualTo("SubmitForm");
    assertThat(canonical(rows.with("event_name", "sign_up"))).isEqualTo("CompleteRegistration");
    assertThat(Samples.run().canonical().map(rows.with("event_name", "CompletePayment")).codes())
        .containsExactly(Code.BAD_EVENT_NAME);
  }

  @Test
  void the_case_of_canonical_words_does_not_count() {
    TestRows rows =
        TestRows.one("email", "pat@example.org", "timestamp", "2026-03-04T18:22:10Z", "value", 5);

    assertThat(canonical(rows.with("event_name", "PURCHASE"))).isEqualTo("CompletePayment");
    assertThat(canonical(rows.with("event_name", " Sign_Up "))).isEqualTo("CompleteRegistration");
    assertThat(Samples.run().canonical().map(rows.with("action_source", "Physical_Store")).codes())
        .isEmpty();
    assertThat(Samples.run().map(Samples.row().with("event", "completepayment")).codes())
        .containsExactly(Code.BAD_EVENT_NAME);
  }

  private static String canonical(TestRows rows) {
    return Samples.run().canonical().map(rows).event().path("event").asText();
  }

  @Test
  void what_did_not_happen_offline_is_rejected() {
    assertThat(Samples.run().map(Samples.row().with("event_source", "web")).codes())
        .containsExactly(Code.BAD_ACTION_SOURCE);
    assertThat(Samples.run().map(Samples.row().with("event_source", "offline")).codes()).isEmpty();
    TestRows canonical =
        TestRows.one("email", "pat@example.org", "timestamp", "2026-03-04T18:22:10Z", "value", 5);
    assertThat(Samples.run().canonical().map(canonical.with("action_source", "website")).codes())
        .containsExactly(Code.BAD_ACTION_SOURCE);
    assertThat(Samples.run().canonical().map(canonical.with("action_source", "phone_call")).codes())
        .isEmpty();
  }
}
