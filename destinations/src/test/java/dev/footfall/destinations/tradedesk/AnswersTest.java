package dev.footfall.destinations.tradedesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What The Trade Desk's answers mean: three orders, of which the second has two items. */
class AnswersTest {
  private static final TestRows ROWS =
      Samples.order()
          .with("phone", null)
          .and(Samples.order().with("orderid", "SO-2").with("phone", "(206) 555-0142"))
          .and(Samples.order().with("orderid", "SO-3").with("phone", null));

  private final HttpDelivery delivery = (HttpDelivery) Samples.run().route(ROWS).delivery();
  private final List<Event> events =
      Samples.run().map(ROWS).events().stream()
          .map(event -> Samples.found(Samples.map(Samples.run(), ROWS), event))
          .toList();

  private Reading read(int status, String body) {
    return delivery.read(
        new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)), events);
  }

  private static String lines(String... lines) {
    return "{\"FailedLines\":[" + String.join(",", lines) + "]}";
  }

  private static String line(int item, String code) {
    return "{\"ItemNumber\":\"" + item + "\",\"ErrorCode\":\"" + code + "\",\"Message\":\"no\"}";
  }

  private List<Outcome> outcomes(int status, String body) {
    return ((Reading.Settled) read(status, body)).outcomes();
  }

  private static Outcome refused(String code) {
    return new Outcome.Refused(Code.PLATFORM_REJECTED, code, "no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"FailedLines\":[]}", "{\"FailedLines\":null}", "{\"RequestId\":\"x\"}"})
  void no_failed_lines_mean_that_all_were_taken(String body) {
    assertThat(outcomes(200, body)).hasSize(3).containsOnly(Outcome.Accepted.PLAIN);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400})
  void named_items_are_refused_and_all_others_taken_whatever_the_status(int status) {
    assertThat(outcomes(status, lines(line(4, "InvalidTimestamp"))))
        .containsExactly(
            Outcome.Accepted.PLAIN, Outcome.Accepted.PLAIN, refused("InvalidTimestamp"));
  }

  @Test
  void an_order_is_taken_when_one_of_its_items_is() {
    List<Outcome> outcomes = outcomes(200, lines(line(3, "InvalidUserIdTypeOrUserId")));

    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Outcome.Accepted.class,
            o -> {
              assertThat(o.warning()).contains(Code.PLATFORM_WARNING);
              assertThat(o.words()).contains("1 of 2", "InvalidUserIdTypeOrUserId");
            });
    assertThat(outcomes(200, lines(line(2, "ChinaPII"), line(3, "ChinaPII"))).get(1))
        .isEqualTo(refused("ChinaPII"));
  }

  @Test
  void an_item_without_number_is_found_by_the_message() {
    assertThat(outcomes(200, lines("{\"ErrorCode\":\"X\",\"Message\":\"Invalid UID2, item #4\"}")))
        .element(2)
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void an_item_without_number_is_found_by_what_is_echoed_of_it() {
    String echo =
        "{\"ErrorCode\":\"X\",\"Message\":\"no\",\"OrderId\":\"SO-3\",\"TrackingTagId\":\"tag0001\","
            + "\"TimestampUtc\":\"2026-11-18T15:09:26Z\"}";

    assertThat(outcomes(200, lines(echo)))
        .containsExactly(Outcome.Accepted.PLAIN, Outcome.Accepted.PLAIN, refused("X"));
  }

  @Test
  void a_failure_of_nobody_is_everybodys_who_is_not_named_elsewhere() {
    String nobodys = "{\"ErrorCode\":\"X\",\"Message\":\"no\"}";

    assertThat(outcomes(200, lines(line(1, "InvalidTimestamp"), nobodys)))
        .containsExactly(refused("InvalidTimestamp"), refused("X"), refused("X"));
    assertThat(outcomes(200, lines(line(9, "X")))).containsOnly(refused("X"));
  }

  @Test
  void an_unknown_failure_is_tried_once_more() {
    Reading.Sifted sifted =
        (Reading.Sifted) read(200, lines(line(1, "Unknown"), line(2, "Unknown")));

    assertThat(sifted.outcomes()).containsOnlyKeys(1, 2);
    assertThat(sifted.rounds()).isEqualTo(1);
    assertThat(sifted.otherwise())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, o -> assertThat(o.code()).isEqualTo(Code.PLATFORM_REJECTED));
  }

  private static String all(String code) {
    return lines(line(1, code), line(2, code), line(3, code), line(4, code));
  }

  @ParameterizedTest
  @CsvSource({
    "MissingOrInvalidTrackingTagId,CONFIGURATION_FAULT",
    "InvalidMerchantId,CONFIGURATION_FAULT",
    "Unauthorized,CREDENTIALS_REJECTED"
  })
  void a_fault_of_the_set_up_stops_the_run_when_nothing_was_ever_taken(String word, Code code) {
    assertThat(((Reading.Stop) read(400, all(word))).code()).isEqualTo(code);

    read(200, "{}");
    assertThat(outcomes(400, all(word))).containsOnly(refused(word));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401|{\"ErrorCode\":\"InvalidToken\"}|CREDENTIALS_REJECTED",
        "400|Invalid token|CREDENTIALS_REJECTED",
        "400|{\"Message\":\"The signature is wrong\"}|CREDENTIALS_REJECTED",
        "403|cannot create offline conversion data for this data provider|PERMISSION_DENIED",
        "404|{\"ErrorCode\":\"EndpointNotConfigured\"}|CONFIGURATION_FAULT",
        "410|gone|CONFIGURATION_FAULT"
      })
  void refusals_of_the_caller_stop_the_run(int status, String body, Code code) {
    assertThat(((Reading.Stop) read(status, body)).code()).isEqualTo(code);
  }

  @Test
  void a_request_that_is_refused_whole_is_taken_apart() {
    assertThat(((Reading.RefusedWhole) read(400, "bad")).refusal().code())
        .isEqualTo(Code.PLATFORM_REJECTED);
    assertThat(((Reading.RefusedWhole) read(413, "")).refusal().code())
        .isEqualTo(Code.EVENT_TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({"429,THROTTLE", "503,THROTTLE", "500,OUTAGE", "502,OUTAGE", "504,OUTAGE"})
  void outages_are_waited_for(int status, Reading.Cause cause) {
    assertThat(((Reading.TryAgain) read(status, "")).cause()).isEqualTo(cause);
  }

  @Test
  void a_lost_answer_is_asked_for_again_only_with_order_ids() {
    TestRows rows = Samples.order().with("orderid", null);
    List<Event> nameless = Samples.run().map(rows).events();

    assertThat(delivery.lost(events)).isInstanceOf(Reading.LostRepeatable.class);
    assertThat(delivery.lost(nameless)).isInstanceOf(Reading.Lost.class);
    assertThat(read(200, "<html>")).isInstanceOf(Reading.LostRepeatable.class);
    assertThat(read(204, "")).isInstanceOf(Reading.LostRepeatable.class);
  }

  @Test
  void ids_of_people_are_masked_in_words() {
    String words =
        "Invalid UID2 " + Samples.uid2("x") + " and a9342d1f-69f1-4bf8-bc2b-1f20eb451f21";
    Outcome.Refused refused =
        (Outcome.Refused)
            outcomes(200, lines(line(4, "X").replace("\"no\"", "\"" + words + "\""))).get(2);

    assertThat(refused.words()).isEqualTo("Invalid UID2 *** and ***");
  }

  @Test
  void the_connection_is_tested_with_nobody_and_nothing() {
    TestRun none = Samples.run().set("identity_scope", "NONE");
    HttpDelivery own = (HttpDelivery) none.route(ROWS).delivery();

    assertThat(own.connectionTest(TestRun.credential()).orElseThrow().call().url())
        .endsWith("/providerapi/offlineconversion");
    assertThat(delivery.connectionTest(TestRun.credential()).orElseThrow().call().url())
        .endsWith("/v3/identity/map");
  }
}
