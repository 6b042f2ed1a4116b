package dev.footfall.destinations.snapchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Mapped;
import dev.footfall.destinations.contract.TestRows;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The less common words about rows, and those of Snapchat itself. */
class CodesTest {
  private final HttpDelivery delivery =
      (HttpDelivery) Samples.api().route(Samples.row()).delivery();

  private static List<Event> events(int count) {
    return Collections.nCopies(count, Samples.api().map(Samples.row()).events().get(0));
  }

  private Reading read(int events, int status, String body) {
    HttpAnswer answer = new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    return delivery.read(answer, events(events));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OFFLINE",
        "physical_store",
        "Phone_Call",
        "email",
        "chat",
        "system_generated",
        "other",
        ""
      })
  void events_outside_web_and_app_are_offline(String source) {
    Mapped mapped = Samples.api().map(Samples.row().with("action_source", source));

    assertThat(mapped.event().path("action_source").asText()).isEqualTo("OFFLINE");
    assertThat(mapped.noticeCodes()).isEmpty();
  }

  @Test
  void a_source_that_nobody_knows_is_offline_with_a_word() {
    Mapped mapped = Samples.api().map(Samples.row().with("action_source", "pigeon"));

    assertThat(mapped.event().path("action_source").asText()).isEqualTo("OFFLINE");
    assertThat(mapped.noticeCodes()).containsExactly(Code.FIELD_DEFAULTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WEB", "website", "MOBILE_APP", "app"})
  void web_and_app_events_are_not_for_this_pixel(String source) {
    assertThat(Samples.api().map(Samples.row().with("action_source", source)).codes())
        .containsExactly(Code.BAD_ACTION_SOURCE);
  }

  @Test
  void five_minutes_ahead_are_taken() {
    Mapped mapped = Samples.api().map(Samples.row().with("timestamp", "2026-11-20T12:05:00Z"));

    assertThat(mapped.rejected()).isEmpty();
    assertThat(mapped.noticeCodes()).isEmpty();
  }

  @Test
  void a_currency_is_trimmed_and_capital() {
    Mapped mapped = Samples.api().map(Samples.row().with("currency", " usd "));

    assertThat(mapped.event().at("/custom_data/currency").asText()).isEqualTo("USD");
  }

  @Test
  void the_hash_of_nothing_never_leaves() {
    TestRows blank =
        Samples.row()
            .with("phone", "\u00A0\u200B")
            .with("first_name", "\uFEFF")
            .with("last_name", "-.'")
            .with("city", "  ")
            .with("customer_id", "\u00A0");

    for (Mapped mapped : List.of(Samples.api().map(blank), Samples.file().map(blank))) {
      assertThat(mapped.text(0))
          .doesNotContain("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
  }

  @Test
  void a_column_without_use_is_named() {
    assertThat(Samples.api().binding(Samples.row().with("colour", "red")).problems())
        .extracting(Binding.Problem::code, Binding.Problem::stops)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Code.UNKNOWN_COLUMN, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OK", "accepted\n"})
  void an_answer_in_plain_words_or_none_is_taken_and_reported(String body) {
    Reading.Settled settled = (Reading.Settled) read(2, 200, body);

    assertThat(settled.outcomes())
        .allSatisfy(
            outcome ->
                assertThat(((Outcome.Accepted) outcome).warning())
                    .contains(Code.DELIVERED_UNVERIFIED));
  }

  @ParameterizedTest
  @CsvSource({
    "400,permission",
    "400,Access Token expired",
    "401,''",
    "403,Unauthorized resources",
    "403,no permission"
  })
  void words_about_the_token_ask_for_another_one(int status, String reason) {
    Reading reading = read(2, status, "{\"status\":\"INVALID\",\"reason\":\"" + reason + "\"}");

    assertThat(((Reading.RenewCredential) reading).words())
        .contains("the organization that owns the pixel");
  }

  @Test
  void a_refusal_by_403_is_shown_in_its_words() {
    Reading.Stop stop = (Reading.Stop) read(2, 403, "{\"reason\":\"Account is under review\"}");

    assertThat(stop.words()).contains("Account is under review");
  }

  @ParameterizedTest
  @ValueSource(ints = {402, 405, 409, 410, 422, 451})
  void other_refusals_are_final_for_each_event(int status) {
    assertThat(((Reading.Settled) read(2, status, "")).outcomes())
        .hasSize(2)
        .allSatisfy(
            outcome ->
                assertThat(((Outcome.Refused) outcome).code()).isEqualTo(Code.PLATFORM_REJECTED));
  }

  @Test
  void waits_grow_from_a_second_to_a_minute() {
    assertThat(delivery.retries())
        .isEqualTo(
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60), 8, Duration.ZERO));
  }

  @Test
  void events_that_nobody_could_tell_from_bad_ones_wait_for_a_later_run() {
    Inquiry opinion = ((Reading.JudgedLater) read(3, 400, "{\"status\":\"INVALID\"}")).inquiry();

    assertThat(opinion.unanswered(events(3)).outcomes())
        .allSatisfy(
            outcome ->
                assertThat(((Outcome.NotSent) outcome).code()).isEqualTo(Code.DELIVERY_FAILED));
  }

  @Test
  void codes_and_messages_of_a_bad_event_are_kept() {
    String body =
        "{\"status\":\"INVALID\",\"event\":0,\"errors\":{\"codes\":[\"517\",\"518\"],"
            + "\"error_msgs\":[\"bad em\",\"bad ph\"]}}";
    Reading.RefusedWhole reading = (Reading.RefusedWhole) read(1, 400, body);

    assertThat(reading.refusal())
        .isEqualTo(new Outcome.Refused(Code.PLATFORM_REJECTED, "517,518", "bad em; bad ph"));
  }
}
