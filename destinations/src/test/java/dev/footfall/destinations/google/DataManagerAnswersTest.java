package dev.footfall.destinations.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Data Manager API's answers mean, at once and later. */
class DataManagerAnswersTest {
  private static final String TAKEN = "{\"requestId\":\"126365e1-16d0\"}";

  private static Reading read(int status, String body, int events) {
    return read(Samples.dataManager(), status, body, events);
  }

  private static Reading read(TestRun run, int status, String body, int events) {
    Samples.Sent sent = Samples.sent(run, events);
    return sent.delivery().read(Samples.answer(status, body), sent.events());
  }

  @Test
  void a_request_that_was_taken_is_accepted_and_named() {
    Reading.Settled settled = (Reading.Settled) read(200, TAKEN, 2);

    assertThat(settled.outcomes())
        .containsOnly(
            new Outcome.Accepted(
                Optional.of(Code.DELIVERED_UNVERIFIED), "taken as request 126365e1-16d0"));
    assertThat(read(200, "{}", 1)).isInstanceOf(Reading.Lost.class);
  }

  @Test
  void a_warning_belongs_to_its_event() {
    String body =
        "{\"requestId\":\"1\",\"fieldWarnings\":[{\"field\":\"events[1].cart_data\","
            + "\"reason\":\"WARNING_REASON_CART_DATA_ITEM_UNIT_PRICE_MISSING\"}]}";
    List<Outcome> outcomes = ((Reading.Settled) read(200, body, 2)).outcomes();

    assertThat(((Outcome.Accepted) outcomes.get(0)).warning()).contains(Code.DELIVERED_UNVERIFIED);
    assertThat(((Outcome.Accepted) outcomes.get(1)).warning()).contains(Code.PLATFORM_WARNING);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "INVALID_HEX_ENCODING,BAD_IDENTIFIER",
    "INVALID_SHA256_FORMAT,BAD_IDENTIFIER",
    "TOO_MANY_USER_IDENTIFIERS,BAD_IDENTIFIER",
    "NO_IDENTIFIERS_PROVIDED,MISSING_IDENTITY",
    "EVENT_TIME_INVALID,EVENT_TOO_OLD",
    "INVALID_CURRENCY_CODE,BAD_CURRENCY",
    "INVALID_EVENT,PLATFORM_REJECTED",
    "FIELD_VALUE_TOO_LONG,PLATFORM_REJECTED",
    "SOMETHING_NEW,PLATFORM_REJECTED"
  })
  void events_that_google_names_leave_and_the_others_go_again(String reason, Code code) {
    for (String field : new String[] {"events.events[1].user_data", "events[1].userData"}) {
      Reading.Sifted sifted =
          (Reading.Sifted) read(400, GoogleContractTest.refusal(field, reason), 3);

      assertThat(sifted.outcomes()).containsOnlyKeys(1);
      assertThat(((Outcome.Refused) sifted.outcomes().get(1)).code()).isEqualTo(code);
      assertThat(sifted.rounds()).isEqualTo(5);
    }
  }

  @Test
  void a_refusal_without_names_is_cut_in_halves() {
    assertThat(read(400, GoogleContractTest.refusal("", "INVALID_EVENT"), 2))
        .isInstanceOf(Reading.RefusedWhole.class);
    assertThat(read(400, GoogleContractTest.refusal("events[7]", "INVALID_EVENT"), 2))
        .isInstanceOf(Reading.RefusedWhole.class);
  }

  @ParameterizedTest(name = "{0} stops with {1}")
  @CsvSource({
    "INVALID_CONVERSION_ACTION_ID,BAD_CONVERSION_ACTION",
    "EVENT_SOURCE_AND_DESTINATION_MISMATCH,BAD_CONVERSION_ACTION",
    "DESTINATION_ACCOUNT_NOT_ENABLED_ENHANCED_CONVERSIONS_FOR_LEADS,ENHANCED_CONVERSIONS_OFF",
    "DESTINATION_ACCOUNT_ENHANCED_CONVERSIONS_TERMS_NOT_SIGNED,TERMS_NOT_ACCEPTED",
    "DESTINATION_ACCOUNT_DATA_POLICY_PROHIBITS_ENHANCED_CONVERSIONS,PERMISSION_DENIED",
    "ACCOUNT_INELIGIBLE_FOR_STORE_SALES,PERMISSION_DENIED"
  })
  void a_fault_of_the_account_stops_the_run(String reason, Code code) {
    Reading reading = read(400, GoogleContractTest.refusal("events[0]", reason), 1);
    assertThat(((Reading.Stop) reading).code()).isEqualTo(code);
  }

  @Test
  void a_fault_of_the_target_is_one_of_the_conversion_action() {
    Reading reading =
        read(400, GoogleContractTest.refusal("destinations[0].x", "INVALID_FORMAT"), 1);
    assertThat(((Reading.Stop) reading).code()).isEqualTo(Code.BAD_CONVERSION_ACTION);
  }

  @Test
  void statuses_mean_what_google_says() {
    assertThat(read(401, "", 1)).isInstanceOf(Reading.RenewCredential.class);
    assertThat(((Reading.Stop) read(403, "", 1)).code()).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(((Reading.Stop) read(403, reason("SERVICE_DISABLED"), 1)).code())
        .isEqualTo(Code.API_DISABLED);
    assertThat(((Reading.Stop) read(403, reason("ACCESS_TOKEN_SCOPE_INSUFFICIENT"), 1)).code())
        .isEqualTo(Code.CREDENTIALS_REJECTED);
    Reading.TryAgain slow = (Reading.TryAgain) read(429, "", 1);
    assertThat(slow.cause()).isEqualTo(Reading.Cause.THROTTLE);
    assertThat(slow.after()).contains(Duration.ofSeconds(60));
    for (int status : new int[] {409, 500, 503, 504}) {
      assertThat(((Reading.TryAgain) read(status, "", 1)).cause()).isEqualTo(Reading.Cause.OUTAGE);
    }
  }

  @Test
  void a_quota_that_stays_used_up_is_free_again_on_the_next_day() {
    Reading.TryAgain slow = (Reading.TryAgain) read(429, "", 1);

    assertThat(slow.atLast()).get().matches(stop -> stop.code() == Code.RETRY_LATER);
    assertThat(slow.atLast().get().words()).contains("run again from 2026-11-2", "T08:00:00Z");
    assertThat(slow.atLast().get().maybeStored()).isFalse();
    assertThat(((Reading.TryAgain) read(503, "", 1)).atLast()).isEmpty();
  }

  private static String reason(String reason) {
    return "{\"error\":{\"code\":403,\"details\":[{\"@type\":\"google.rpc.ErrorInfo\",\"reason\":\""
        + reason
        + "\"}]}}";
  }

  @Test
  void an_event_whose_merchant_google_refuses_goes_again_without_cart() {
    Samples.Sent sent = Samples.sent(Samples.dataManager(), Samples.example());
    Reading.Sifted sifted =
        (Reading.Sifted)
            sent.delivery()
                .read(
                    Samples.answer(
                        400,
                        GoogleContractTest.refusal("events[0].cart_data", "INVALID_MERCHANT_ID")),
                    sent.events());

    assertThat(sifted.outcomes()).isEmpty();
    assertThat(text(sifted.amended().get(0).event().body()))
        .doesNotContain("cartData")
        .endsWith("\"adUserData\":\"CONSENT_GRANTED\"}}");
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Test
  void a_run_that_waits_asks_after_half_an_hour_and_then_less_often() {
    Diagnostics first = diagnostics("1440");
    assertThat(first.after()).isEqualTo(Duration.ofMinutes(30));
    assertThat(first.call(Samples.TOKEN).url())
        .isEqualTo(
            "https://datamanager.googleapis.com/v1/requestStatus:retrieve?requestId=126365e1-16d0");

    Diagnostics second = next(first, status("PROCESSING", ""));
    assertThat(second.after()).isEqualTo(Duration.ofMinutes(39));
    Diagnostics last = second;
    for (Reading reading = last.read(answer("PROCESSING"), List.of());
        reading instanceof Reading.JudgedLater later;
        reading = last.read(answer("PROCESSING"), List.of())) {
      last = (Diagnostics) later.inquiry();
      assertThat(last.after()).isLessThanOrEqualTo(Duration.ofMinutes(60));
    }
    assertThat(last.waited()).isLessThanOrEqualTo(Duration.ofHours(24));
  }

  @Test
  void a_success_confirms_and_failures_are_counted_by_reason() {
    Diagnostics asked = diagnostics("60");

    Reading.Settled good = (Reading.Settled) asked.read(answer("SUCCESS"), sent().events());
    assertThat(good.outcomes()).containsOnly(Outcome.Accepted.PLAIN);

    String body = status("PARTIAL_SUCCESS", "DUPLICATE_GCLID");
    Reading.Settled partly =
        (Reading.Settled) asked.read(Samples.answer(200, body), sent().events());
    assertThat(partly.outcomes().get(0))
        .isEqualTo(
            new Outcome.Accepted(
                Optional.of(Code.UNATTRIBUTED_FAILURES),
                "request 126365e1-16d0: {DUPLICATE_GCLID=3}"));
  }

  @Test
  void what_only_failed_for_now_goes_again_once_after_six_hours() {
    Diagnostics again = next(diagnostics("1440"), status("FAILED", "TOO_RECENT_CLICK"));
    assertThat(again.after()).isEqualTo(Duration.ofHours(6));

    String body = status("FAILED", "TOO_RECENT_CLICK");
    Reading.Sifted sifted = (Reading.Sifted) again.read(Samples.answer(200, body), sent().events());
    assertThat(sifted.outcomes()).isEmpty();
    assertThat(sifted.rounds()).isOne();
    assertThat(diagnostics("60").read(Samples.answer(200, body), sent().events()))
        .isInstanceOf(Reading.Settled.class);
  }

  @Test
  void questions_without_answer_leave_the_events_accepted() {
    Diagnostics asked = diagnostics("60");

    assertThat(asked.read(Samples.answer(503, ""), List.of())).isInstanceOf(Reading.TryAgain.class);
    assertThat(asked.read(Samples.answer(400, ""), List.of()))
        .isEqualTo(asked.unanswered(List.of()));
    assertThat(asked.unanswered(List.of()).outcomes())
        .allSatisfy(o -> assertThat(o).isInstanceOf(Outcome.Accepted.class));
  }

  private static Samples.Sent sent() {
    return Samples.sent(Samples.dataManager(), 2);
  }

  private static Diagnostics diagnostics(String minutes) {
    TestRun run = Samples.dataManager().set("await_diagnostics_minutes", minutes);
    return (Diagnostics) ((Reading.JudgedLater) read(run, 200, TAKEN, 2)).inquiry();
  }

  private static Diagnostics next(Diagnostics asked, String body) {
    Reading reading = asked.read(Samples.answer(200, body), sent().events());
    return (Diagnostics) ((Reading.JudgedLater) reading).inquiry();
  }

  private static dev.footfall.core.destination.HttpAnswer answer(String status) {
    return Samples.answer(200, status(status, ""));
  }

  private static String status(String status, String reason) {
    String errors =
        reason.isEmpty()
            ? ""
            : ",\"errorInfo\":{\"errorCounts\":[{\"recordCount\":\"3\",\"reason\":"
                + "\"PROCESSING_ERROR_REASON_"
                + reason
                + "\"}]}";
    return "{\"requestStatusPerDestination\":[{\"requestStatus\":\""
        + status
        + "\""
        + errors
        + "}]}";
  }
}
