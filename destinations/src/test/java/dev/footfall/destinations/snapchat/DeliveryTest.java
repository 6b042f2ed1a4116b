package dev.footfall.destinations.snapchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to a pixel, and what Snapchat's answers mean. */
class DeliveryTest {
  private static final CredentialValues TOKEN = TestRun.credential("capi_token", "a b+c");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpDelivery delivery(TestRun run) {
    return (HttpDelivery) run.route(Samples.row()).delivery();
  }

  private static List<Event> events(int count) {
    Event one = Samples.api().map(Samples.row()).events().get(0);
    return Collections.nCopies(count, one);
  }

  private static Reading read(int events, int status, String body) {
    return delivery(Samples.api()).read(answer(status, body), events(events));
  }

  private static Inquiry opinion(int events) {
    Reading reading = read(events, 400, "{\"status\":\"INVALID\",\"event\":1}");
    return ((Reading.JudgedLater) reading).inquiry();
  }

  private static Reading opinion(int events, String logs) {
    String body = "{\"status\":\"INVALID\",\"event_logs\":[" + logs + "]}";
    return opinion(events).read(answer(200, body), events(events));
  }

  private static String bad(String position) {
    return "{" + position + "\"status\":\"INVALID\",\"errors\":{\"codes\":[\"517\"]}}";
  }

  private static String bytes(HttpCall call) {
    return call.body().stream()
        .map(part -> new String(part, StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  @Test
  void events_go_to_the_pixel_with_the_token_in_the_address() {
    HttpCall call = delivery(Samples.api()).request(events(2), TOKEN);

    assertThat(call.url())
        .isEqualTo("https://tr.snapchat.com/v3/" + Samples.PIXEL + "/events?access_token=a+b%2Bc");
    assertThat(call.toString()).doesNotContain("a+b");
    assertThat(new String(call.body().get(0), StandardCharsets.UTF_8)).isEqualTo("{\"data\":[");
  }

  @Test
  void tests_are_marked_or_validated_and_the_ledger_forgets_them() {
    TestRun validating = Samples.api().set("validate_only", "true");
    TestRun marked = Samples.api().set("test_event_code", "T-1");

    assertThat(delivery(validating).request(events(1), TOKEN).url()).contains("/events/validate?");
    byte[] end = delivery(marked).request(events(1), TOKEN).body().get(2);
    assertThat(new String(end, StandardCharsets.UTF_8)).isEqualTo("],\"test_event_code\":\"T-1\"}");
    assertThat(validating.route(Samples.row()).isTest()).isTrue();
    assertThat(marked.route(Samples.row()).usesLedger()).isFalse();
  }

  @Test
  void limits_are_the_settings() {
    TestRun run =
        Samples.api()
            .set("max_batch_events", "10")
            .set("max_batch_bytes", "20000")
            .set("requests_per_second", "0.1");

    assertThat(delivery(run).limits().events()).isEqualTo(10);
    assertThat(delivery(run).limits().bytes()).isEqualTo(20_000);
    assertThat(delivery(run).limits().requestsPerMinute()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"VALID", "Success", "ok"})
  void a_good_status_is_for_all_events(String status) {
    assertThat(read(2, 200, "{\"status\":\"" + status + "\"}"))
        .isEqualTo(Reading.all(2, Outcome.Accepted.PLAIN));
  }

  @Test
  void an_empty_answer_is_taken_and_reported() {
    Reading.Settled settled = (Reading.Settled) read(1, 200, "");

    assertThat(((Outcome.Accepted) settled.outcomes().get(0)).warning())
        .contains(Code.DELIVERED_UNVERIFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>log in</html>", "{}", "{\"status\":\"MAINTENANCE\"}"})
  void an_answer_that_says_something_else_is_no_success(String body) {
    assertThat(read(1, 200, body)).isInstanceOf(Reading.LostRepeatable.class);
    assertThat(delivery(Samples.api()).lost(events(1))).isInstanceOf(Reading.LostRepeatable.class);
  }

  @Test
  void a_single_bad_event_is_refused_in_snapchats_words() {
    Reading reading =
        read(
            1,
            200,
            "{\"status\":\"INVALID\",\"reason\":\"Missing\",\"param\":\"custom_data.currency\","
                + "\"errors\":{\"codes\":[\"512\"],\"error_msgs\":[\"of ava@example.com\"]}}");

    assertThat(((Reading.RefusedWhole) reading).refusal())
        .isEqualTo(
            new Outcome.Refused(
                Code.PLATFORM_REJECTED, "512", "Missing; custom_data.currency; of ***"));
  }

  @Test
  void a_refused_batch_is_validated_as_it_was() {
    HttpCall call = opinion(3).call(TOKEN);

    assertThat(call.url()).contains("/events/validate?access_token=");
    assertThat(bytes(call)).isEqualTo(bytes(delivery(Samples.api()).request(events(3), TOKEN)));
  }

  @ParameterizedTest
  @CsvSource({"0,2,0,2", "1,3,0,2", "0,1,0,1"})
  void bad_events_are_taken_out_where_positions_tell_their_base(
      int first, int second, int bad, int other) {
    String logs = bad("\"event\":" + first + ",") + "," + bad("\"event\":" + second + ",");
    Reading.Sifted sifted = (Reading.Sifted) opinion(3, logs);

    assertThat(sifted.outcomes().keySet()).containsExactlyInAnyOrder(bad, other);
    assertThat(sifted.outcomes().get(bad))
        .isEqualTo(new Outcome.Refused(Code.PLATFORM_REJECTED, "517", ""));
  }

  @Test
  void a_verdict_on_every_event_needs_no_positions() {
    Reading.Sifted sifted = (Reading.Sifted) opinion(2, "{\"status\":\"VALID\"}," + bad(""));

    assertThat(sifted.outcomes().keySet()).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"event\":1,\"status\":\"INVALID\"}",
        "{\"event\":0,\"status\":\"INVALID\"},{\"event\":3,\"status\":\"INVALID\"}",
        "{\"event\":0,\"status\":\"INVALID\"},{\"event\":9,\"status\":\"INVALID\"}",
        "{\"event\":0,\"status\":\"VALID\"}"
      })
  void a_batch_is_cut_in_halves_where_positions_tell_nothing(String logs) {
    assertThat(opinion(3, logs)).isInstanceOf(Reading.RefusedWhole.class);
  }

  @Test
  void a_search_for_bad_events_ends() {
    assertThat(delivery(Samples.api()).isolationBudget(2000)).isEqualTo(64);
    assertThat(opinion(2).unanswered(events(2)).outcomes())
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.NotSent.class));
  }

  @Test
  void a_validating_run_hears_of_each_event() {
    HttpDelivery validating = delivery(Samples.api().set("validate_only", "true"));
    String body =
        "{\"status\":\"INVALID\",\"event_logs\":[{\"event\":0,\"status\":\"VALID\"},"
            + bad("\"event\":1,")
            + "]}";

    Reading.Settled settled = (Reading.Settled) validating.read(answer(200, body), events(2));
    assertThat(settled.outcomes().get(0)).isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(settled.outcomes().get(1)).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"400,Unauthorized resources", "401,no", "403,bad access token", "200,Unauthorized"})
  void a_token_that_is_refused_is_renewed_or_stops_the_run(int status, String reason) {
    assertThat(read(2, status, "{\"status\":\"INVALID\",\"reason\":\"" + reason + "\"}"))
        .isInstanceOf(Reading.RenewCredential.class);
  }

  @ParameterizedTest
  @CsvSource({
    "403,the terms of service,TERMS_NOT_ACCEPTED",
    "403,forbidden,PERMISSION_DENIED",
    "404,none,DATASET_NOT_FOUND"
  })
  void what_no_event_can_help_stops_the_run(int status, String reason, Code code) {
    Reading reading = read(2, status, "{\"reason\":\"" + reason + "\"}");

    assertThat(((Reading.Stop) reading).code()).isEqualTo(code);
  }

  @Test
  void too_large_a_request_is_cut_and_too_large_an_event_refused() {
    Reading.RefusedWhole reading = (Reading.RefusedWhole) read(2, 413, "");

    assertThat(reading.refusal().code()).isEqualTo(Code.EVENT_TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({"429,THROTTLE", "408,OUTAGE", "500,OUTAGE", "502,OUTAGE", "503,OUTAGE", "504,OUTAGE"})
  void trouble_is_tried_again(int status, Reading.Cause cause) {
    assertThat(((Reading.TryAgain) read(2, status, "")).cause()).isEqualTo(cause);
    assertThat(delivery(Samples.api()).retries().attempts()).isEqualTo(8);
  }

  @Test
  void other_refusals_are_final() {
    assertThat(read(2, 422, "{}"))
        .isEqualTo(Reading.all(2, new Outcome.Refused(Code.PLATFORM_REJECTED, "HTTP 422", "")));
  }

  @Test
  void oauth_tokens_are_renewed_near_their_end_and_when_refused() {
    HttpDelivery oauth = delivery(Samples.api().set("auth_mode", "oauth"));
    CredentialValues fresh =
        TestRun.credential(
            "client_id", "id", "client_secret", "s", "refresh_token", "r", "access_token", "t");

    assertThat(oauth.request(events(1), fresh).url()).endsWith("?access_token=t");
    assertThat(oauth.renewal(fresh, NOW, false)).isEmpty();
    HttpCall call = oauth.renewal(fresh, NOW, true).orElseThrow().call();
    assertThat(call.url()).isEqualTo("https://accounts.snapchat.com/login/oauth2/access_token");
    assertThat(new String(call.body().get(0), StandardCharsets.UTF_8))
        .isEqualTo("grant_type=refresh_token&refresh_token=r&client_id=id&client_secret=s");
    assertThat(delivery(Samples.api()).renewal(TOKEN, NOW, true)).isEmpty();
  }

  @Test
  void the_connection_is_tested_by_an_event_that_nobody_records() {
    Exchange test = delivery(Samples.api()).connectionTest(TOKEN).orElseThrow();

    assertThat(test.call().url()).contains("/events/validate?");
    assertThat(test.read(answer(200, "{\"status\":\"VALID\"}")))
        .isInstanceOf(Exchange.Step.Done.class);
    Exchange.Step refused = test.read(answer(401, "{\"reason\":\"Unauthorized resources\"}"));
    assertThat(((Exchange.Step.Failed) refused).code()).isEqualTo(Code.CREDENTIALS_REJECTED);
  }

  @Test
  void consent_is_asked_for_beside_the_token_endpoint() {
    CredentialValues client = TestRun.credential("client_id", "id", "client_secret", "s");
    Authorisation authorisation =
        delivery(Samples.api().set("auth_mode", "oauth")).authorisation(client).orElseThrow();

    assertThat(authorisation.url("http://127.0.0.1:1/", "S", "C"))
        .isEqualTo(
            "https://accounts.snapchat.com/login/oauth2/authorize?response_type=code&client_id=id"
                + "&scope=snapchat-offline-conversions-api"
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2F&state=S");
    assertThat(delivery(Samples.api()).authorisation(client)).isEmpty();
  }
}
