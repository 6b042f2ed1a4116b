package dev.footfall.sandbox.klaviyo;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Klaviyo events, faults on demand, and OAuth. */
class KlaviyoEventsTest extends KlaviyoVisit {
  private static final String EVENTS = "/api/event-bulk-create-jobs";
  private static final String ORDER = Running.resource(KlaviyoDoubleTest.class, "order.json");
  private static final String EVENT =
      "/data/attributes/events-bulk-create/data/0/attributes/events/data/0";

  private void assertPointed(HttpResponse<String> answer, String pointer, String words)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode error = json(answer).at("/errors/0");
    assertThat(error.at("/source/pointer").asText()).isEqualTo(pointer);
    assertThat(error.path("detail").asText()).contains(words);
    assertThat(counters().kept()).isZero();
    assertThat(counters().personalData()).isZero();
  }

  @Test
  void events_are_accepted_without_a_body_and_once() throws IOException {
    HttpResponse<String> answer = post(EVENTS, ORDER);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
    post(EVENTS, ORDER);
    assertThat(counters().kept()).isEqualTo(1);
    assertThat(counters().duplicates()).isEqualTo(1);
    post(EVENTS, changed(ORDER, EVENT + "/attributes/unique_id", "\"S-10046\""));
    assertThat(counters().kept()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/attributes/time | \"2026-07-19 18:22:05\" | must look like",
        "/attributes/time | \"2026-02-30T00:00:00Z\" | is not a real date and time",
        "/attributes/time | \"1989-12-31T23:59:59Z\" | must be after 1990",
        "/attributes/time | \"2027-07-21T10:00:00Z\" | a year ahead",
        "/attributes/value | \"94.99\" | must be a JSON number",
        "/attributes/value_currency | \"usd\" | three capital letters",
        "/attributes/unique_id | \"\" | must not be an empty string",
        "/attributes/properties | [1] | must be an object",
        "/attributes/backfill | \"true\" | must be true or false",
        "/attributes/order_id | \"1\" | is not a key known here"
      })
  void one_bad_event_refuses_its_whole_request(String at, String value, String words)
      throws IOException {
    assertPointed(post(EVENTS, changed(ORDER, EVENT + at, value)), EVENT + at, words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"metric", "time", "unique_id", "properties", "value_currency"})
  void events_miss_nothing(String name) throws IOException {
    String at = EVENT + "/attributes/" + name;
    assertPointed(post(EVENTS, without(ORDER, at)), at, "is missing");
  }

  @Test
  void unique_ids_repeated_in_one_request_fail_it() throws IOException {
    ObjectNode root = (ObjectNode) Json.read(ORDER.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    ArrayNode events =
        (ArrayNode) root.at("/data/attributes/events-bulk-create/data/0/attributes/events/data");
    events.add(events.get(0).deepCopy());
    HttpResponse<String> answer = post(EVENTS, root.toString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Duplicate unique_id");
    assertThat(counters().refused()).isEqualTo(2);
  }

  @Test
  void single_events_are_taken() throws IOException {
    ObjectNode event =
        (ObjectNode) Json.read(ORDER.getBytes(StandardCharsets.UTF_8)).orElseThrow().at(EVENT);
    ObjectNode attributes = (ObjectNode) event.get("attributes");
    attributes.set(
        "profile",
        Json.read(
                "{\"data\":{\"type\":\"profile\",\"attributes\":{\"external_id\":\"1\"}}}"
                    .getBytes(StandardCharsets.UTF_8))
            .orElseThrow());
    attributes.putObject("properties");
    attributes.put("backfill", true);
    HttpResponse<String> answer = post("/api/events", Json.object("data", event).toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(counters().kept()).isEqualTo(1);
  }

  @Test
  void faults_strike_when_asked_for() throws IOException {
    inject(Injection.next("throttle").with("retry_after", "3"));
    HttpResponse<String> throttled = post(JOBS, TWO);
    assertThat(throttled.statusCode()).isEqualTo(429);
    assertThat(throttled.headers().firstValue("Retry-After")).hasValue("3");
    assertThat(throttled.headers().firstValue("RateLimit-Remaining")).isEmpty();
    inject(Injection.next("remaining").with("reset", "2"));
    assertThat(post(JOBS, TWO).headers().firstValue("RateLimit-Remaining")).hasValue("0");
    inject(Injection.next("error").with("status", 403).with("code", "permission_denied"));
    assertThat(post(JOBS, TWO).statusCode()).isEqualTo(403);
    inject(Injection.next("drop_after_store"));
    assertThatThrownBy(() -> post(EVENTS, ORDER)).isInstanceOf(IOException.class);
    post(EVENTS, ORDER);
    assertThat(counters().duplicates()).isEqualTo(1);
    inject(Injection.next("poison").with("event_id", "sam@example.org"));
    assertThat(json(post(JOBS, TWO)).at("/errors/0/source/pointer").asText())
        .isEqualTo("/data/attributes/profiles/data/1/attributes");
  }

  private HttpResponse<String> oauth(String path, String form) throws IOException {
    String pair = "sandbox-klaviyo-client:sandbox-klaviyo-client-secret";
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return post(
        path, form, "Authorization", basic, "Content-Type", "application/x-www-form-urlencoded");
  }

  @Test
  void oauth_needs_pkce_and_rotates_its_refresh_tokens() throws Exception {
    String verifier = "v".repeat(43);
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    String page =
        "/klaviyo/oauth/authorize?response_type=code&client_id=sandbox-klaviyo-client&redirect_uri=http://127.0.0.1:1/back"
            + "&scope=profiles:write&state=s1&code_challenge_method=S256&code_challenge=";
    assertThat(running.get(page).statusCode()).isEqualTo(400);
    String back = running.get(page + challenge).headers().firstValue("Location").orElseThrow();
    assertThat(back).startsWith("http://127.0.0.1:1/back?code=").endsWith("&state=s1");
    String code = back.replaceFirst(".*code=([^&]+).*", "$1");
    String form =
        "grant_type=authorization_code&redirect_uri=http://127.0.0.1:1/back&code="
            + code
            + "&code_verifier=";
    HttpResponse<String> issued = oauth("/oauth/token", form + verifier);
    assertThat(issued.statusCode()).as(issued.body()).isEqualTo(200);
    assertThat(oauth("/oauth/token", form + verifier).body()).contains("invalid_grant");
    String access = "Bearer " + json(issued).path("access_token").asText();
    assertThat(post(JOBS, TWO, "Authorization", access).statusCode()).isEqualTo(202);
    inject(Injection.next("expire_tokens"));
    assertThat(post(JOBS, TWO, "Authorization", access).statusCode()).isEqualTo(401);
    String refresh = "grant_type=refresh_token&refresh_token=";
    String token = json(issued).path("refresh_token").asText();
    assertThat(oauth("/oauth/token", refresh + token).statusCode()).isEqualTo(200);
    assertThat(oauth("/oauth/token", refresh + token).body()).contains("invalid_grant");
    assertThat(oauth("/oauth/revoke", "token=sandbox-klaviyo-refresh-token").statusCode())
        .isEqualTo(200);
    assertThat(oauth("/oauth/token", refresh + "sandbox-klaviyo-refresh-token").statusCode())
        .isEqualTo(400);
    assertThat(post("/oauth/token", "x").body()).contains("invalid_client");
  }
}
