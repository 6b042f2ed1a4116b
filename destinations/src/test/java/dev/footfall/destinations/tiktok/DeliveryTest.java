package dev.footfall.destinations.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.destination.Route;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.Grants;
import dev.footfall.destinations.contract.TestRows;
import dev.footfall.destinations.contract.TestRun;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests, limits, tokens and the exchanges beside the events. */
class DeliveryTest {
  private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");
  private static final CredentialValues TOKEN = TestRun.credential("access_token", "tok-1");

  private static HttpDelivery delivery(TestRun run) {
    return (HttpDelivery) run.route(Samples.order()).delivery();
  }

  private static String body(HttpCall call) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    call.body().forEach(bytes::writeBytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void tags_follow_the_events_at_the_root() {
    TestRun run = Samples.run().set("partner_name", "Footfall").set("test_event_code", "TEST12345");

    assertThat(body(run.requests(Samples.order(), TOKEN).get(0)))
        .endsWith("],\"partner_name\":\"Footfall\",\"test_event_code\":\"TEST12345\"}");
    assertThat(run.route(Samples.order()).isTest()).isTrue();
    assertThat(run.route(Samples.order()).usesLedger()).isFalse();
  }

  @Test
  void limited_data_use_has_no_effect() {
    TestRun run = Samples.run().set("limited_data_use", "true");

    assertThat(body(run.requests(Samples.order(), TOKEN).get(0))).doesNotContain("limited");
  }

  @Test
  void settings_narrow_the_limits() {
    HttpDelivery delivery =
        delivery(
            Samples.run()
                .set("batch_size", "20")
                .set("max_request_bytes", "50000")
                .set("max_requests_per_second", "2")
                .set("max_attempts", "3")
                .set("connect_timeout_ms", "100")
                .set("read_timeout_ms", "200"));

    assertThat(delivery.limits().events()).isEqualTo(20);
    assertThat(delivery.limits().bytes()).isEqualTo(50_000);
    assertThat(delivery.limits().requestsPerMinute()).isEqualTo(120);
    assertThat(delivery.retries().attempts()).isEqualTo(3);
    assertThat(delivery.timeouts().connect()).isEqualTo(Duration.ofMillis(100));
    assertThat(delivery.timeouts().answer()).isEqualTo(Duration.ofMillis(200));
    assertThat(delivery.isolationBudget(20)).isEqualTo(40);
  }

  @Test
  void unless_set_500_events_and_a_megabyte_go_ten_times_a_second() {
    HttpDelivery delivery = delivery(Samples.run());

    assertThat(delivery.limits().events()).isEqualTo(500);
    assertThat(delivery.limits().bytes()).isEqualTo(1_000_000);
    assertThat(delivery.limits().requestsPerMinute()).isEqualTo(600);
    assertThat(delivery.retries().base()).isEqualTo(Duration.ofSeconds(1));
    assertThat(delivery.retries().cap()).isEqualTo(Duration.ofSeconds(60));
    assertThat(delivery.retries().attempts()).isEqualTo(6);
  }

  @Test
  void requests_hold_one_event_set_each_in_the_order_of_time_and_id() {
    TestRows rows =
        Samples.order()
            .with("event_set_id", "7")
            .and(Samples.order().with("event_set_id", "8").with("order_id", "A-2"))
            .and(
                Samples.order()
                    .with("event_set_id", "7")
                    .with("order_id", "A-3")
                    .with("timestamp", "2026-03-01T00:00:00Z"));
    List<HttpCall> calls = Samples.run().requests(rows, TOKEN);

    assertThat(calls).hasSize(2);
    assertThat(body(calls.get(0)))
        .startsWith("{\"event_source\":\"offline\",\"event_source_id\":\"7\",\"data\":[")
        .containsSubsequence("\"order_id\":\"A-3\"", "\"order_id\":\"A-10045\"");
    assertThat(body(calls.get(1))).contains("\"event_source_id\":\"8\"");
  }

  @Test
  void a_lost_event_may_be_repeated_for_48_hours() {
    Route route = Samples.run().route(Samples.order());
    Event event = Samples.run().map(Samples.order()).events().get(0);

    assertThat(route.mayRepeat(event, NOW.minus(Duration.ofHours(47)))).isTrue();
    assertThat(route.mayRepeat(event, NOW.minus(Duration.ofDays(2)))).isFalse();
    assertThat(route.target()).isEqualTo("7111111111111111111");
  }

  @Test
  void the_connection_test_looks_for_the_event_set_and_sends_nothing() {
    Exchange test = delivery(Samples.run()).connectionTest(TOKEN).orElseThrow();

    assertThat(test.call().method()).isEqualTo("GET");
    assertThat(test.call().url())
        .isEqualTo(
            "https://business-api.tiktok.com/open_api/v1.3/offline/get/"
                + "?advertiser_id=7111111111111111111"
                + "&event_set_ids=%5B%227654321098765432109%22%5D");
    assertThat(test.call().headers()).containsEntry("Access-Token", "tok-1");
    assertThat(test.read(Answers.of(0, "OK", listed(true)))).isInstanceOf(Exchange.Step.Done.class);
    assertThat(failure(test.read(Answers.of(0, "OK")))).isEqualTo(Code.DATASET_NOT_FOUND);
    assertThat(failure(test.read(Answers.of(40105, "wrong")))).isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(failure(test.read(Answers.http(502, "<html>"))))
        .isEqualTo(Code.PLATFORM_UNAVAILABLE);
    assertThat(test.read(Answers.of(40001, "no")).toString()).contains("sending may still work");
  }

  private static String listed(boolean isTracking) {
    return "{\"event_set_list\":[{\"event_set_id\":\"%s\",\"name\":\"Stores\",\"auto_tracking\":%s}]}"
        .formatted(Samples.EVENT_SET, isTracking);
  }

  private static Code failure(Exchange.Step step) {
    return ((Exchange.Step.Failed) step).code();
  }

  @Test
  void auto_tracking_is_switched_on_where_it_is_off_and_never_off() {
    TestRun run = Samples.run().set("auto_tracking", "true");
    Exchange opening = delivery(run).opening(TOKEN).orElseThrow();

    assertThat(opening.read(Answers.of(0, "OK", listed(true))))
        .isInstanceOf(Exchange.Step.Done.class);
    Exchange next =
        ((Exchange.Step.Next) opening.read(Answers.of(0, "OK", listed(false)))).exchange();
    assertThat(next.call().url()).endsWith("/open_api/v1.3/offline/update/");
    assertThat(body(next.call()))
        .isEqualTo(
            "{\"advertiser_id\":\"7111111111111111111\",\"event_set_id\":\"7654321098765432109\","
                + "\"auto_tracking\":true}");
    assertThat(next.read(Answers.of(0, "OK"))).isInstanceOf(Exchange.Step.Done.class);
    assertThat(failure(next.read(Answers.of(40001, "no")))).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(delivery(Samples.run()).opening(TOKEN)).isEmpty();
    assertThat(delivery(Samples.run().set("auto_tracking", "false")).opening(TOKEN)).isEmpty();
  }

  @Test
  void a_pasted_token_is_never_renewed() {
    assertThat(delivery(Samples.run()).renewal(TOKEN, NOW, true)).isEmpty();
  }

  @Test
  void an_authorisation_code_is_exchanged_once() {
    CredentialValues credential =
        TestRun.credential(
            "app_id", "7100000000000000001", "app_secret", "shh", "auth_code", "code-1");
    Renewal renewal =
        delivery(Samples.run().set("auth_mode", "oauth"))
            .renewal(credential, NOW, false)
            .orElseThrow();

    assertThat(renewal.call().url()).endsWith("/open_api/v1.3/oauth2/access_token/");
    assertThat(renewal.call().headers()).doesNotContainKey("Access-Token");
    assertThat(body(renewal.call()))
        .isEqualTo(
            "{\"app_id\":\"7100000000000000001\",\"secret\":\"shh\",\"auth_code\":\"code-1\"}");
    CredentialValues renewed =
        Grants.credential(
            renewal.read(
                Answers.of(
                    0,
                    "OK",
                    "{\"access_token\":\"a-1\",\"refresh_token\":\"r-1\",\"expires_in\":86400,"
                        + "\"refresh_token_expires_in\":31536000}"),
                NOW));
    assertThat(renewed.reveal("access_token")).isEqualTo("a-1");
    assertThat(renewed.reveal("refresh_token")).isEqualTo("r-1");
    assertThat(renewed.find("auth_code")).isEmpty();
    assertThat(delivery(Samples.run()).credentialEnds(renewed))
        .contains(NOW.plusSeconds(31_536_000));
    assertThat(delivery(Samples.run()).credentialEnds(TOKEN)).isEmpty();
    assertThat(renewed.expiresAt()).contains(NOW.plusSeconds(86_400));
    assertThat(Grants.refusal(renewal.read(Answers.of(40110, "used"), NOW)))
        .isEqualTo(Code.CREDENTIALS_REJECTED);
    assertThat(renewal.read(Answers.of(50000, "trouble"), NOW))
        .isInstanceOf(Renewal.Result.TryAgain.class);
    assertThat(renewal.toString()).doesNotContain("shh").doesNotContain("code-1");
  }

  @Test
  void a_refresh_token_renews_near_the_end_and_after_a_refusal() {
    CredentialValues fields =
        TestRun.credential(
            "app_id", "71", "app_secret", "shh", "access_token", "a-1", "refresh_token", "r-1");
    HttpDelivery delivery = delivery(Samples.run().set("auth_mode", "oauth"));
    CredentialValues ending =
        new CredentialValues(fields.fields(), Optional.of(NOW.plusSeconds(599)));
    CredentialValues fresh =
        new CredentialValues(fields.fields(), Optional.of(NOW.plusSeconds(601)));

    assertThat(delivery.renewal(fresh, NOW, false)).isEmpty();
    assertThat(delivery.renewal(fresh, NOW, true)).isPresent();
    Renewal renewal = delivery.renewal(ending, NOW, false).orElseThrow();
    assertThat(renewal.call().url()).endsWith("/open_api/v1.3/oauth2/refresh_token/");
    assertThat(body(renewal.call()))
        .isEqualTo(
            "{\"app_id\":\"71\",\"secret\":\"shh\",\"refresh_token\":\"r-1\","
                + "\"grant_type\":\"refresh_token\"}");
    CredentialValues renewed =
        Grants.credential(renewal.read(Answers.of(0, "OK", "{\"access_token\":\"a-2\"}"), NOW));
    assertThat(renewed.reveal("access_token")).isEqualTo("a-2");
    assertThat(renewed.reveal("refresh_token")).isEqualTo("r-1");
  }

  @Test
  void consent_comes_back_as_an_auth_code() {
    CredentialValues app = TestRun.credential("app_id", "71", "app_secret", "shh");
    Authorisation authorisation =
        delivery(Samples.run().set("auth_mode", "oauth")).authorisation(app).orElseThrow();

    assertThat(authorisation.url("https://x.example/", "S", "C"))
        .isEqualTo(
            "https://business-api.tiktok.com/portal/auth?app_id=71"
                + "&redirect_uri=https%3A%2F%2Fx.example%2F&state=S");
    assertThat(authorisation.codeName()).isEqualTo("auth_code");
    assertThat(
            body(
                authorisation
                    .exchange()
                    .apply(new Authorisation.Consent("code-2", "https://x.example/", ""))
                    .call()))
        .isEqualTo("{\"app_id\":\"71\",\"secret\":\"shh\",\"auth_code\":\"code-2\"}");
    assertThat(delivery(Samples.run()).authorisation(app)).isEmpty();
  }
}
