package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What TikTok's answers mean. */
class AnswersTest {
  private static final TestRows ROWS =
      Samples.order()
          .and(Samples.order().with("order_id", "A-2"))
          .and(Samples.order().with("order_id", "A-3"));
  private static final List<Event> EVENTS = Samples.run().map(ROWS).events();
  private static final HttpDelivery DELIVERY = (HttpDelivery) Samples.run().route(ROWS).delivery();

  private static Reading read(HttpAnswer answer) {
    return DELIVERY.read(answer, EVENTS);
  }

  private static Reading.RefusedWhole refused(HttpAnswer answer) {
    return (Reading.RefusedWhole) read(answer);
  }

  @Test
  void code_0_accepts_all() {
    assertThat(read(Answers.of(0, "OK"))).isEqualTo(Reading.all(3, Outcome.Accepted.PLAIN));
  }

  @Test
  void code_0_under_an_error_status_is_not_believed() {
    assertThat(read(Answers.http(500, "{\"code\":0,\"message\":\"OK\"}")))
        .isInstanceOf(Reading.LostRepeatable.class);
  }

  @Test
  void a_partial_success_without_details_is_unverified() {
    Reading.Settled settled = (Reading.Settled) read(Answers.of(20001, "Partial success"));

    assertThat(settled.outcomes())
        .hasSize(3)
        .allSatisfy(
            outcome ->
                assertThat(((Outcome.Accepted) outcome).warning())
                    .contains(Code.DELIVERED_UNVERIFIED));
  }

  @Test
  void a_partial_success_names_its_failures_by_place_in_the_message() {
    Reading.Settled settled =
        (Reading.Settled) read(Answers.of(20001, "Data.0.user: bad, data[2]: bad"));

    assertThat(settled.outcomes().get(0)).isInstanceOf(Outcome.Refused.class);
    assertThat(settled.outcomes().get(1)).isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(settled.outcomes().get(2)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void a_partial_success_names_its_failures_by_event_id_and_bare_places_are_not_believed() {
    String data = "{\"failed_events\":[{\"index\":0,\"event_id\":\"" + EVENTS.get(1).id() + "\"}]}";
    Reading.Settled settled = (Reading.Settled) read(Answers.of(20001, "Partial success", data));

    assertThat(settled.outcomes().get(0)).isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(settled.outcomes().get(1)).isInstanceOf(Outcome.Refused.class);
    Reading.Settled bare =
        (Reading.Settled)
            read(Answers.of(20001, "Partial success", "{\"failed_events\":[{\"index\":0}]}"));
    assertThat(((Outcome.Accepted) bare.outcomes().get(0)).warning())
        .contains(Code.DELIVERED_UNVERIFIED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Data.1.properties.contents.0.content_id: Not a valid string|1",
        "Batch.0.event: unknown|0",
        "data[ 2].user: missing|2"
      })
  void a_bad_parameter_names_its_event(String message, int culprit) {
    Reading.RefusedWhole refused = refused(Answers.of(40002, message));

    assertThat(refused.culprit()).isEqualTo(OptionalInt.of(culprit));
    assertThat(refused.refusal().code()).isEqualTo(Code.PLATFORM_REJECTED);
    assertThat(refused.refusal().platformCode()).isEqualTo("40002");
    assertThat(refused.refusal().words()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Data.17.event: unknown", "something is wrong with the database"})
  void a_bad_parameter_without_a_usable_place_is_searched_for(String message) {
    assertThat(refused(Answers.of(40002, message)).culprit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Invalid parameters.", "System Error"})
  void where_tiktok_says_nothing_we_say_what_to_check(String message) {
    assertThat(refused(Answers.of(40002, message)).refusal().words())
        .contains("event_set_id, advertiser_id and the event's name");
  }

  @Test
  void missing_permission_and_terms_stop_the_run() {
    Reading.Stop permission =
        (Reading.Stop) read(Answers.of(40001, "No permission to operate the event source."));
    Reading.Stop terms =
        (Reading.Stop) read(Answers.of(40001, "Please accept the Terms of Service first."));

    assertThat(permission.code()).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(permission.words()).contains("admin or operator");
    assertThat(terms.code()).isEqualTo(Code.TERMS_NOT_ACCEPTED);
    assertThat(terms.words()).contains("Terms of Service");
  }

  @ParameterizedTest
  @CsvSource({"40100,THROTTLE", "51021,THROTTLE", "50000,OUTAGE", "50002,OUTAGE", "51039,OUTAGE"})
  void throttling_and_trouble_are_tried_again(int code, Reading.Cause cause) {
    assertThat(((Reading.TryAgain) read(Answers.of(code, "later"))).cause()).isEqualTo(cause);
  }

  @ParameterizedTest
  @ValueSource(ints = {40101, 40102, 40104, 40105, 40110, 40119})
  void refused_tokens_are_renewed(int code) {
    assertThat(read(Answers.of(code, "token"))).isInstanceOf(Reading.RenewCredential.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {40000, 40003, 40120, 40700, 49999})
  void other_refusals_are_searched_for_their_event(int code) {
    assertThat(refused(Answers.of(code, "no")).culprit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 20002, 30000, 60001})
  void other_codes_are_not_understood(int code) {
    assertThat(read(Answers.of(code, "?"))).isInstanceOf(Reading.LostRepeatable.class);
  }

  @Test
  void answers_without_a_code_are_judged_by_their_status() {
    String html = "<html>Bad Gateway</html>";

    assertThat(((Reading.TryAgain) read(Answers.http(429, ""))).cause())
        .isEqualTo(Reading.Cause.THROTTLE);
    assertThat(((Reading.TryAgain) read(Answers.http(502, html))).cause())
        .isEqualTo(Reading.Cause.OUTAGE);
    assertThat(read(Answers.http(408, html))).isInstanceOf(Reading.TryAgain.class);
    assertThat(read(Answers.http(401, html))).isInstanceOf(Reading.RenewCredential.class);
    assertThat(((Reading.Stop) read(Answers.http(403, html))).code())
        .isEqualTo(Code.PERMISSION_DENIED);
    assertThat(read(Answers.http(404, html))).isInstanceOf(Reading.RefusedWhole.class);
    assertThat(read(Answers.http(200, html))).isInstanceOf(Reading.LostRepeatable.class);
    assertThat(read(Answers.http(200, "{\"code\":\"0\"}")))
        .isInstanceOf(Reading.LostRepeatable.class);
  }

  @Test
  void a_lost_answer_may_be_repeated_because_tiktok_knows_the_event_ids() {
    Reading.LostRepeatable lost = (Reading.LostRepeatable) DELIVERY.lost(EVENTS);

    assertThat(lost.ifAccepted()).isEmpty();
    assertThat(lost.repeats()).isEqualTo(5);
  }

  @Test
  void words_hold_no_personal_data() {
    Reading.RefusedWhole refused =
        refused(Answers.of(40002, "Data.0.user.email: jane@example.org is not hashed"));

    assertThat(refused.refusal().words()).doesNotContain("jane@example.org");
  }
}
