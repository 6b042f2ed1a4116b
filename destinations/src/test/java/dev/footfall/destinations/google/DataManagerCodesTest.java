package dev.footfall.destinations.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.TestRun;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The less common words of the Data Manager API, at once and in its diagnostics. */
class DataManagerCodesTest {
  private static Reading read(int status, String body) {
    Samples.Sent sent = Samples.sent(Samples.dataManager(), 2);
    return sent.delivery().read(Samples.answer(status, body), sent.events());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "INVALID_EVENT",
        "REQUIRED_FIELD_MISSING",
        "INVALID_FORMAT",
        "INVALID_NUMBER_FORMAT",
        "INVALID_ENUM_VALUE",
        "FIELD_VALUE_TOO_LONG",
        "FIELD_VALUE_TOO_SHORT",
        "INVALID_POSTAL_CODE",
        "INVALID_REGION_CODE"
      })
  void an_event_is_refused_or_the_set_up_is_at_fault_by_the_path(String reason) {
    Reading.Sifted sifted =
        (Reading.Sifted) read(400, GoogleContractTest.refusal("events.events[0].x", reason));
    assertThat(sifted.outcomes().get(0))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(Code.PLATFORM_REJECTED);
              assertThat(refused.platformCode()).isEqualTo(reason);
            });

    Reading target = read(400, GoogleContractTest.refusal("destinations[0].x", reason));
    assertThat(((Reading.Stop) target).code()).isEqualTo(Code.BAD_CONVERSION_ACTION);
  }

  @ParameterizedTest(name = "{0} stops with {1}")
  @CsvSource({
    "INVALID_CONVERSION_ACTION_TYPE,BAD_CONVERSION_ACTION",
    "INVALID_DESTINATION,BAD_CONVERSION_ACTION",
    "DESTINATION_ACCOUNT_TYPE_MISMATCH,BAD_CONVERSION_ACTION",
    "TERMS_AND_CONDITIONS_NOT_SIGNED,TERMS_NOT_ACCEPTED",
    "NOT_ALLOWLISTED,PERMISSION_DENIED",
    "PERMISSION_DENIED,PERMISSION_DENIED"
  })
  void a_fault_of_the_account_stops_the_run_wherever_it_is_told(String reason, Code code) {
    Reading named = read(400, GoogleContractTest.refusal("events[0]", reason));
    assertThat(((Reading.Stop) named).code()).isEqualTo(code);

    String info =
        "{\"error\":{\"code\":403,\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\""
            + ",\"reason\":\""
            + reason
            + "\"}]}}";
    assertThat(((Reading.Stop) read(403, info)).code()).isEqualTo(code);
  }

  @Test
  void a_scope_that_is_missing_is_told_in_words_too() {
    String body =
        "{\"error\":{\"code\":403,\"message\":\"Request had insufficient authentication"
            + " scopes.\"}}";

    assertThat(((Reading.Stop) read(403, body)).code()).isEqualTo(Code.CREDENTIALS_REJECTED);
  }

  @Test
  void an_event_whose_feed_language_google_refuses_goes_again_without_cart() {
    Samples.Sent sent = Samples.sent(Samples.dataManager(), Samples.example());
    String body =
        GoogleContractTest.refusal(
            "events.events[0].cart_data", "INVALID_MERCHANT_FEED_LANGUAGE_CODE");
    Reading.Sifted sifted =
        (Reading.Sifted) sent.delivery().read(Samples.answer(400, body), sent.events());

    assertThat(sifted.outcomes()).isEmpty();
    assertThat(sifted.amended().get(0).code()).isEqualTo(Code.FIELD_DROPPED);
  }

  @Test
  void waits_are_five_seconds_and_more_and_a_minute_where_a_quota_is_used_up() {
    dev.footfall.core.destination.RetryPolicy retries =
        Samples.sent(Samples.dataManager(), 1).delivery().retries();

    assertThat(retries.attempts()).isEqualTo(10);
    assertThat(retries.base()).isEqualTo(Duration.ofSeconds(5));
    assertThat(retries.cap()).isEqualTo(Duration.ofSeconds(60));
    assertThat(retries.throttleFloor()).isEqualTo(Duration.ofSeconds(60));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "DUPLICATE_TRANSACTION_ID",
        "EVENT_TOO_OLD",
        "DENIED_CONSENT",
        "NO_CONSENT",
        "UNKNOWN_CONSENT",
        "INVALID_GCLID",
        "INVALID_GBRAID",
        "INVALID_WBRAID",
        "INVALID_MERCHANT_ID",
        "CLICK_NOT_FOUND",
        "INVALID_CLICK",
        "CONVERSION_PRECEDES_CLICK",
        "INVALID_OPERATING_ACCOUNT_FOR_CLICK",
        "ONE_PER_CLICK_CONVERSION_ACTION_NOT_PERMITTED_WITH_BRAID",
        "DESTINATION_ACCOUNT_ENHANCED_CONVERSIONS_TERMS_NOT_SIGNED",
        "INSUFFICIENT_TRANSACTIONS",
        "INSUFFICIENT_MATCHED_TRANSACTIONS",
        "INVALID_EVENT",
        "INVALID_FORMAT",
        "A_REASON_OF_NEXT_YEAR"
      })
  void a_reason_of_the_diagnostics_is_counted_and_final(String reason) {
    Samples.Sent sent = Samples.sent(Samples.dataManager(), 2);
    Reading.Settled settled = (Reading.Settled) asked(sent.events(), reason);

    assertThat(settled.outcomes())
        .allSatisfy(
            outcome -> {
              Outcome.Accepted accepted = (Outcome.Accepted) outcome;
              assertThat(accepted.warning()).contains(Code.UNATTRIBUTED_FAILURES);
              assertThat(accepted.words()).contains(reason + "=3");
            });
  }

  @Test
  void trouble_that_passes_is_waited_for_unless_another_reason_stands_beside_it() {
    List<Event> events = Samples.sent(Samples.dataManager(), 2).events();

    assertThat(asked(events, "INTERNAL_ERROR")).isInstanceOf(Reading.JudgedLater.class);
    assertThat(asked(events, "INTERNAL_ERROR", "INVALID_GCLID"))
        .isInstanceOf(Reading.Settled.class);
  }

  private static Reading asked(List<Event> events, String... reasons) {
    TestRun run = Samples.dataManager().set("await_diagnostics_minutes", "1440");
    Samples.Sent sent = Samples.sent(run, 2);
    Reading.JudgedLater taken =
        (Reading.JudgedLater)
            sent.delivery().read(Samples.answer(200, "{\"requestId\":\"r-1\"}"), events);
    StringBuilder counts = new StringBuilder();
    for (String reason : reasons) {
      counts
          .append(counts.length() == 0 ? "" : ",")
          .append("{\"recordCount\":\"3\",\"reason\":\"PROCESSING_ERROR_REASON_")
          .append(reason)
          .append("\"}");
    }
    String body =
        "{\"requestStatusPerDestination\":[{\"requestStatus\":\"FAILED\",\"errorInfo\":"
            + "{\"errorCounts\":["
            + counts
            + "]}}]}";
    return taken.inquiry().read(Samples.answer(200, body), events);
  }
}
