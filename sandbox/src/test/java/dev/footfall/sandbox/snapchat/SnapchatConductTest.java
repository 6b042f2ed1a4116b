package dev.footfall.sandbox.snapchat;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Snapchat beyond the form of one event: repetitions, validation, tokens, faults on demand. */
class SnapchatConductTest {
  private static final String PIXEL = "/snapchat/v3/8f1c0a52-0000-4000-8000-00000000beef";
  private static final String TOKEN = "?access_token=sandbox-snapchat-token";
  private static final String EVENTS = PIXEL + "/events" + TOKEN;
  private static final String VALIDATE = PIXEL + "/events/validate" + TOKEN;
  private static final String TWO = Running.resource(SnapchatDoubleTest.class, "two-orders.json");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  @AutoClose private final Running running = Running.at(NOW.toString());

  private HttpResponse<String> post(String body) throws IOException {
    return running.post(EVENTS, body);
  }

  private void inject(Injection injection) {
    running.sandbox().inject("snapchat", injection);
  }

  private Counters counters() {
    return running.sandbox().counters("snapchat");
  }

  @Test
  void events_are_one_by_id_and_purchases_also_by_order() throws IOException {
    post(TWO);
    post(TWO);
    assertThat(counters().duplicates()).isEqualTo(2);
    post(changed(TWO, "/data/1/event_id", "\"other\""));
    assertThat(counters().duplicates()).as("same order").isEqualTo(4);
    post(changed(TWO, "/data/1/custom_data/order_id", "\"other\""));
    assertThat(counters().duplicates()).as("same id").isEqualTo(6);
    assertThat(counters().kept()).isEqualTo(2);
  }

  @Test
  void validation_judges_each_event_and_stores_none() throws IOException {
    String body = changed(TWO, "/data/0/event_time", "1");
    JsonNode answer = json(running.post(VALIDATE, body));
    assertThat(answer.path("status").asText()).isEqualTo("INVALID");
    assertThat(answer.path("test_event").asBoolean()).isTrue();
    assertThat(answer.at("/event_logs/0/event").asInt(-1)).isZero();
    assertThat(answer.at("/event_logs/0/status").asText()).isEqualTo("INVALID");
    assertThat(answer.at("/event_logs/0/errors/codes/0").isTextual()).isTrue();
    assertThat(answer.at("/event_logs/1/status").asText()).isEqualTo("VALID");
    assertThat(json(running.post(VALIDATE, TWO)).path("status").asText()).isEqualTo("VALID");
    assertThat(counters().kept()).isZero();
    assertThat(counters().test()).isEqualTo(3);
    JsonNode stats = json(running.get(PIXEL + "/events/validate/stats" + TOKEN));
    assertThat(stats.at("/stats/invalid").asInt()).isEqualTo(1);
    JsonNode logs = json(running.get(PIXEL + "/events/validate/logs" + TOKEN));
    assertThat(logs.path("logs")).hasSize(2);
  }

  @Test
  void refusals_can_count_from_one_lie_about_places_and_keep_siblings() throws IOException {
    String body = changed(TWO, "/data/0/event_time", "1");
    inject(Injection.next("refusal_style").with("base", 1).with("siblings", "kept"));
    assertThat(json(post(body)).path("event").asInt()).isEqualTo(1);
    assertThat(counters().kept()).isEqualTo(1);
    inject(Injection.next("refusal_style").with("position", "wrong"));
    assertThat(json(post(body)).path("event").asInt()).isEqualTo(1);
    inject(Injection.next("refusal_style").with("position", "none").with("status", 200));
    HttpResponse<String> silent = post(body);
    assertThat(silent.statusCode()).isEqualTo(200);
    assertThat(json(silent).has("event")).isFalse();
    inject(Injection.next("refusal_style").with("logs", "bad").striking("validate"));
    assertThat(json(running.post(VALIDATE, body)).path("event_logs")).hasSize(1);
  }

  @Test
  void faults_strike_when_asked_for() throws IOException {
    inject(Injection.next("invalid").with("status", 200).with("reason", "Bad").with("event", 3));
    JsonNode invalid = json(post(TWO));
    assertThat(invalid.path("status").asText()).isEqualTo("INVALID");
    assertThat(invalid.path("event").asInt()).isEqualTo(3);
    inject(Injection.next("throttle").with("retry_after", "3"));
    HttpResponse<String> throttled = post(TWO);
    assertThat(throttled.statusCode()).isEqualTo(429);
    assertThat(throttled.headers().firstValue("Retry-After")).hasValue("3");
    inject(Injection.next("most_bytes").with("bytes", 100));
    assertThat(post(TWO).statusCode()).isEqualTo(413);
    inject(
        Injection.next("poison")
            .with("event_id", "816c02aad2652b28a6fde66c04887d09f61b04db8a15d7553d6575b797979ed1"));
    assertThat(json(post(TWO)).path("event").asInt(-1)).isZero();
    assertThat(counters().kept()).isZero();
  }

  @Test
  void resend_after_a_lost_answer_counts_once() throws IOException {
    inject(Injection.next("drop_after_store"));
    assertThatThrownBy(() -> post(TWO)).isInstanceOf(IOException.class);
    inject(Injection.next("empty_ok"));
    assertThat(post(TWO).body()).isEmpty();
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(counters().duplicates()).isEqualTo(2);
  }

  private HttpResponse<String> refresh(String token, String secret) throws IOException {
    String form =
        "grant_type=refresh_token&client_id=sandbox-snapchat-client&client_secret="
            + secret
            + "&refresh_token="
            + token;
    return running.send(
        "/snapchat/login/oauth2/access_token",
        request ->
            request
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
  }

  @Test
  void refresh_tokens_rotate_and_access_tokens_end() throws IOException {
    HttpResponse<String> first =
        refresh("sandbox-snapchat-refresh-token", "sandbox-snapchat-client-secret");
    assertThat(first.statusCode()).isEqualTo(200);
    String access = json(first).path("access_token").asText();
    String events = PIXEL + "/events?access_token=" + access;
    assertThat(running.post(events, TWO).statusCode()).isEqualTo(200);
    HttpResponse<String> again =
        refresh("sandbox-snapchat-refresh-token", "sandbox-snapchat-client-secret");
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(json(again).path("error").asText()).isEqualTo("invalid_grant");
    assertThat(json(refresh("x", "wrong")).path("error").asText()).isEqualTo("invalid_client");
    inject(Injection.next("expire_tokens"));
    assertThat(running.post(events, TWO).statusCode()).isEqualTo(401);
    String second = json(first).path("refresh_token").asText();
    assertThat(refresh(second, "sandbox-snapchat-client-secret").statusCode()).isEqualTo(200);
    running.sandbox().clock().stopAt(NOW.plus(Duration.ofHours(2)));
    assertThat(running.post(events, TWO).statusCode()).isEqualTo(401);
  }
}
