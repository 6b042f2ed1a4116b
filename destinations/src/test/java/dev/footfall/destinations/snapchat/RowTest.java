package dev.footfall.destinations.snapchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one row may say, and why some are not sent. */
class RowTest {
  private static Mapped map(TestRows rows) {
    return Samples.api().map(rows);
  }

  private static Mapped row(String column, Object value) {
    return map(Samples.row().with(column, value));
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
  void an_event_larger_than_a_request_is_not_sent() {
    assertThat(
            Samples.api()
                .set("max_batch_bytes", "10000")
                .map(Samples.row().with("status", "x".repeat(10_000)))
                .codes())
        .containsExactly(Code.EVENT_TOO_LARGE);
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
}
