package dev.footfall.destinations.meta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests, answers and tokens. */
class DeliveryTest {
  private static final String SECRET = "app-secret-0123456789abcdef";
  private static final String TOKEN = "EAAB-test-token-123";
  private static final String PROOF =
      "ff68d7b9738af55f9c9270791ca23fb50fcefdf94f746a6dd09daf12f76c1be1";
  private static final Instant NOW = Instant.ofEpochSecond(Samples.NOW);

  private static HttpDelivery delivery() {
    return (HttpDelivery) Samples.run().route(Samples.order()).delivery();
  }

  private static List<Event> two(TestRows row) {
    return Samples.run().map(row.and(row.with("order_id", "ORD-2"))).events();
  }

  private static Reading read(HttpAnswer answer) {
    return delivery().read(answer, two(Samples.order()));
  }

  private static Reading read(int status, int code, int subcode) {
    return read(Answers.of(status, Answers.error(code, subcode, "Some words")));
  }

  @Test
  void the_apps_secret_proves_the_token() {
    HttpCall call =
        delivery()
            .request(
                two(Samples.order()),
                TestRun.credential("access_token", TOKEN, "app_secret", SECRET));

    assertThat(call.url())
        .isEqualTo("https://graph.facebook.com/v25.0/1234567890/events?appsecret_proof=" + PROOF);
    assertThat(call.toString()).doesNotContain(PROOF).doesNotContain(TOKEN);
  }

  @Test
  void nine_tenths_of_a_limit_used_narrows_to_one_request_at_a_time() {
    assertThat(usage("{\"call_count\":89,\"total_time\":10}")).isFalse();
    assertThat(usage("{\"call_count\":5,\"total_time\":90}")).isTrue();
    assertThat(usage("{\"42\":[{\"type\":\"ads_management\",\"total_cputime\":97}]}")).isTrue();
    assertThat(usage("garbage")).isFalse();
  }

  private static boolean usage(String header) {
    return delivery()
        .restraint(
            new HttpAnswer(200, Map.of("x-business-use-case-usage", List.of(header)), new byte[0]))
        .oneAtATime();
  }

  @Test
  void tags_follow_the_events() {
    TestRun run =
        Samples.run()
            .set("test_event_code", "TEST123")
            .set("partner_agent", "footfall")
            .set("upload_tag", "a \"tag\"");
    HttpCall call = run.requests(Samples.order(), TestRun.credential("access_token", TOKEN)).get(0);
    String body = new String(call.body().get(call.body().size() - 1), StandardCharsets.UTF_8);

    assertThat(body)
        .isEqualTo(
            "],\"test_event_code\":\"TEST123\",\"partner_agent\":\"footfall\","
                + "\"upload_tag\":\"a \\\"tag\\\"\"}");
    assertThat(run.route(Samples.order()).isTest()).isTrue();
    assertThat(run.route(Samples.order()).usesLedger()).isFalse();
  }

  @Test
  void batches_hold_no_more_than_the_setting_allows() {
    assertThat(
            Samples.run()
                .set("batch_size", "1")
                .requests(
                    Samples.order().and(Samples.order().with("order_id", "ORD-2")),
                    TestRun.credential("access_token", TOKEN)))
        .hasSize(2);
  }

  @Test
  void a_full_count_is_success() {
    assertThat(read(Answers.of(200, "{\"events_received\":2,\"messages\":[]}")))
        .isEqualTo(Reading.all(2, Outcome.Accepted.PLAIN));
  }

  @Test
  void messages_and_an_expired_version_are_warnings() {
    assertThat(warning(Answers.of(200, "{\"events_received\":2,\"messages\":[\"hm\"]}")))
        .contains(Code.PLATFORM_WARNING);
    assertThat(
            warning(
                Answers.of(
                    200, "{\"events_received\":2}", "x-ad-api-version-warning", "v25.0 is over")))
        .contains(Code.API_VERSION_SUNSET);
  }

  private static Optional<Code> warning(HttpAnswer answer) {
    Reading.Settled settled = (Reading.Settled) read(answer);
    return ((Outcome.Accepted) settled.outcomes().get(0)).warning();
  }

  @Test
  void another_count_leaves_all_unknown() {
    assertThat(read(Answers.of(200, "{\"events_received\":1}"))).isInstanceOf(Reading.Lost.class);
    assertThat(read(Answers.of(200, "{\"events_received\":4294967298}")))
        .isInstanceOf(Reading.Lost.class);
  }

  @Test
  void store_orders_may_be_repeated_freely_and_others_once() {
    assertThat(delivery().lost(two(Samples.order())))
        .isEqualTo(new Reading.LostRepeatable(5, Optional.empty(), "Meta's answer was lost"));
    Reading.LostRepeatable website =
        (Reading.LostRepeatable)
            delivery().lost(two(Samples.website().with("event_id", "e")).subList(0, 1));
    assertThat(website.repeats()).isEqualTo(1);
    assertThat(website.ifAccepted()).containsInstanceOf(Outcome.Unknown.class);
    assertThat(mayRepeat(Samples.order(), Duration.ofDays(6))).isTrue();
    assertThat(mayRepeat(Samples.order(), Duration.ofDays(7))).isFalse();
    assertThat(mayRepeat(Samples.row(), Duration.ofHours(1))).isFalse();
    assertThat(mayRepeat(Samples.website(), Duration.ofHours(1))).isFalse();
  }

  private static boolean mayRepeat(TestRows row, Duration ago) {
    Event event = Samples.run().map(row).events().get(0);
    return Samples.run().route(row).mayRepeat(event, NOW.minus(ago));
  }

  @Test
  void limits_are_waited_for_whatever_the_status() {
    for (int code : List.of(4, 17, 32, 613, 80000, 80004, 80014)) {
      assertThat(cause(read(400, code, 0))).as("%d", code).isEqualTo(Reading.Cause.THROTTLE);
    }
    Reading.TryAgain again =
        (Reading.TryAgain)
            read(
                Answers.of(
                    400,
                    Answers.error(80004, 0, "limit"),
                    "x-business-use-case-usage",
                    "{\"12\":[{\"type\":\"ads\",\"estimated_time_to_regain_access\":7}]}"));
    assertThat(again.after()).contains(Duration.ofMinutes(7));
    assertThat(delivery().retries().throttleFloor()).isEqualTo(Duration.ofSeconds(60));
  }

  private static Reading.Cause cause(Reading reading) {
    return ((Reading.TryAgain) reading).cause();
  }

  @Test
  void trouble_of_the_platform_is_tried_again() {
    for (int code : List.of(1, 2, 341, 5000, 21009)) {
      assertThat(cause(read(400, code, 0))).as("%d", code).isEqualTo(Reading.Cause.OUTAGE);
    }
    assertThat(cause(read(500, 9999, 0))).isEqualTo(Reading.Cause.OUTAGE);
    assertThat(cause(read(Answers.of(503, "<html>")))).isEqualTo(Reading.Cause.OUTAGE);
    assertThat(cause(read(Answers.of(429, "")))).isEqualTo(Reading.Cause.THROTTLE);
    assertThat(cause(read(Answers.of(400, "{\"error\":{\"code\":100,\"is_transient\":true}}"))))
        .isEqualTo(Reading.Cause.OUTAGE);
    assertThat(((Reading.TryAgain) read(400, 368, 0)).after()).contains(Duration.ofHours(1));
  }

  @Test
  void tokens_permissions_and_datasets_stop_the_run() {
    for (int subcode : List.of(0, 458, 459, 460, 463, 464, 467, 492)) {
      assertThat(stop(read(400, 190, subcode))).isEqualTo(Code.CREDENTIALS_REJECTED);
    }
    assertThat(stop(read(500, 102, 0))).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(stop(read(400, 104, 0))).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(stop(read(403, 200, 0))).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(stop(read(403, 299, 0))).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(stop(read(403, 10, 0))).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(stop(read(403, 3, 0))).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(stop(read(403, 294, 0))).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(stop(read(400, 100, 33))).isEqualTo(Code.DATASET_NOT_FOUND);
    assertThat(stop(read(403, 2655, 0))).isEqualTo(Code.TERMS_NOT_ACCEPTED);
  }

  private static Code stop(Reading reading) {
    return ((Reading.Stop) reading).code();
  }

  @Test
  void the_page_with_the_terms_is_named() {
    String link = "https://business.facebook.com/ads/manage/customaudiences/tos/?act=123";
    String body =
        "{\"error\":{\"message\":\"(#200) Permissions error\",\"code\":200,"
            + "\"error_subcode\":1870034,\"error_user_msg\":\"Please accept at "
            + link
            + "\"}}";
    Reading.Stop stop = (Reading.Stop) read(Answers.of(403, body));

    assertThat(stop.code()).isEqualTo(Code.TERMS_NOT_ACCEPTED);
    assertThat(stop.words()).endsWith(link);
    assertThat(stop(read(Answers.of(403, body.replace("1870034", "1").replace("200,", "10,")))))
        .isEqualTo(Code.TERMS_NOT_ACCEPTED);
  }

  @Test
  void a_bad_event_is_isolated_and_told_what_meta_said() {
    Map<Integer, Code> codes =
        Map.of(
            2804003, Code.EVENT_TOO_OLD,
            2804009, Code.MISSING_VALUE,
            2804010, Code.MISSING_CURRENCY,
            2804050, Code.MISSING_IDENTITY,
            2804019, Code.PLATFORM_REJECTED,
            0, Code.PLATFORM_REJECTED);
    codes.forEach(
        (subcode, code) -> {
          Reading.RefusedWhole refused = (Reading.RefusedWhole) read(400, 100, subcode);
          assertThat(refused.refusal().code()).isEqualTo(code);
          assertThat(refused.refusal().platformCode())
              .isEqualTo(subcode == 0 ? "100" : "100/" + subcode);
          assertThat(refused.refusal().words()).isEqualTo("Some words");
        });
    assertThat(read(400, 105, 0)).isInstanceOf(Reading.RefusedWhole.class);
    assertThat(read(400, 31337, 0)).isInstanceOf(Reading.RefusedWhole.class);
    assertThat(delivery().isolationBudget(1000)).isEqualTo(64);
  }

  @Test
  void words_of_the_platform_lose_personal_data() {
    Reading.RefusedWhole refused =
        (Reading.RefusedWhole)
            read(
                Answers.of(
                    400, Answers.error(100, 0, "bad ada@example.com and +1 650 555 1212 in em")));
    assertThat(refused.refusal().words()).isEqualTo("bad *** and *** in em");
  }
}
