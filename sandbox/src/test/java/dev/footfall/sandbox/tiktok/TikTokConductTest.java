package dev.footfall.sandbox.tiktok;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TikTok beyond the form of one event: repetitions, event sets, tokens, faults on demand. */
class TikTokConductTest extends TikTokVisit {
  @Test
  void same_id_and_name_in_one_event_set_is_one_event_for_two_days() throws IOException {
    post(ORDER);
    post(ORDER);
    assertThat(counters().kept()).isEqualTo(1);
    assertThat(counters().duplicates()).isEqualTo(1);
    post(changed(ORDER, "/data/0/event", "\"Purchase\""));
    post(changed(ORDER, "/event_source_id", "\"7654321098765432110\""));
    assertThat(counters().kept()).isEqualTo(3);
    running.sandbox().clock().stopAt(NOW.plus(Duration.ofDays(2)).plusSeconds(1));
    post(ORDER);
    assertThat(counters().kept()).isEqualTo(4);
  }

  @Test
  void unknown_event_set_is_no_permission() throws IOException {
    assertThat(answer(changed(ORDER, "/event_source_id", "\"1\"")).path("code").asInt())
        .isEqualTo(40001);
    assertThat(counters().refused()).isEqualTo(1);
  }

  @Test
  void test_traffic_is_kept_apart() throws IOException {
    assertThat(answer(changed(ORDER, "/test_event_code", "\"TEST1\"")).path("code").asInt())
        .isZero();
    assertThat(counters().kept()).isZero();
    assertThat(counters().test()).isEqualTo(1);
    assertThat(running.sandbox().events("tiktok", 1).get(0).test()).isTrue();
    assertThat(answer(ORDER).path("code").asInt()).isZero();
    assertThat(counters().kept()).isEqualTo(1);
  }

  @Test
  void auto_tracking_can_be_seen_and_set() throws IOException {
    String ids = URLEncoder.encode("[\"" + SET + "\"]", StandardCharsets.UTF_8);
    String list = ROOT + "/offline/get/?advertiser_id=7654321098765432100&event_set_ids=" + ids;
    String[] token = {"Access-Token", "sandbox-tiktok-token"};
    JsonNode before = json(running.get(list, token));
    assertThat(before.at("/data/event_set_list").size()).isEqualTo(1);
    assertThat(before.at("/data/event_set_list/0/auto_tracking").asBoolean()).isFalse();
    String update =
        "{\"advertiser_id\":\"7654321098765432100\",\"event_set_id\":\""
            + SET
            + "\",\"auto_tracking\":true}";
    assertThat(json(running.post(ROOT + "/offline/update/", update, token)).path("code").asInt())
        .isZero();
    assertThat(
            json(running.get(list, token)).at("/data/event_set_list/0/auto_tracking").asBoolean())
        .isTrue();

    String[] weak = {"Access-Token", "sandbox-tiktok-token-events-only"};
    assertThat(json(running.get(list, weak)).path("code").asInt()).isEqualTo(40001);
    assertThat(json(running.post(ROOT + "/offline/update/", update, weak)).path("code").asInt())
        .isEqualTo(40001);
    assertThat(json(running.post(TRACK, ORDER, weak)).path("code").asInt()).isZero();
    String odd = update.replace("true", "\"yes\"");
    assertThat(json(running.post(ROOT + "/offline/update/", odd, token)).path("code").asInt())
        .isEqualTo(40002);
    assertThat(
            json(running.get(ROOT + "/offline/get/?advertiser_id=1", token)).path("code").asInt())
        .isEqualTo(40001);
  }

  private static String oauth(String... pairs) {
    StringBuilder body =
        new StringBuilder(
            "{\"app_id\":\"7100000000000000001\",\"secret\":\"sandbox-tiktok-app-secret\"");
    for (int i = 0; i < pairs.length; i += 2) {
      body.append(",\"").append(pairs[i]).append("\":\"").append(pairs[i + 1]).append('"');
    }
    return body.append('}').toString();
  }

  @Test
  void code_works_once_and_refresh_tokens_rotate() throws IOException {
    String exchange = oauth("auth_code", "sandbox-tiktok-auth-code");
    JsonNode first = json(running.post(ROOT + "/oauth2/access_token/", exchange)).path("data");
    assertThat(first.at("/advertiser_ids/0").asText()).isEqualTo("7654321098765432100");
    assertThat(json(running.post(ROOT + "/oauth2/access_token/", exchange)).path("code").asInt())
        .isEqualTo(40110);
    String refresh =
        oauth("refresh_token", first.path("refresh_token").asText(), "grant_type", "refresh_token");
    JsonNode second = json(running.post(ROOT + "/oauth2/refresh_token/", refresh)).path("data");
    assertThat(second.path("refresh_token")).isNotEqualTo(first.path("refresh_token"));
    assertThat(json(running.post(ROOT + "/oauth2/refresh_token/", refresh)).path("code").asInt())
        .isEqualTo(40105);
    String token = second.path("access_token").asText();
    assertThat(json(running.post(TRACK, ORDER, "Access-Token", token)).path("code").asInt())
        .isZero();
    running.sandbox().clock().stopAt(NOW.plus(Duration.ofDays(1)));
    assertThat(json(running.post(TRACK, ORDER, "Access-Token", token)).path("code").asInt())
        .isEqualTo(40102);
  }

  @Test
  void oauth_bodies_are_closed() throws IOException {
    String more = oauth("auth_code", "sandbox-tiktok-auth-code", "grant_type", "x");
    assertThat(json(running.post(ROOT + "/oauth2/access_token/", more)).path("code").asInt())
        .isEqualTo(40002);
    String foreign =
        oauth("auth_code", "sandbox-tiktok-auth-code").replace("7100000000000000001", "7");
    assertThat(json(running.post(ROOT + "/oauth2/access_token/", foreign)).path("code").asInt())
        .isEqualTo(40101);
    assertThat(json(running.post(ROOT + "/oauth2/refresh_token/", "{}")).path("code").asInt())
        .isEqualTo(40002);
  }

  @Test
  void codes_and_throttling_can_be_asked_for() throws IOException {
    running.sandbox().inject("tiktok", Injection.next("throttle").with("retry_after", 7));
    HttpResponse<String> slow = post(ORDER);
    assertThat(json(slow).path("code").asInt()).isEqualTo(40100);
    assertThat(slow.headers().firstValue("Retry-After")).hasValue("7");
    running.sandbox().inject("tiktok", Injection.next("code").with("message", ""));
    assertThat(answer(ORDER).path("message").asText()).isEmpty();
    running.sandbox().inject("tiktok", Injection.next("bad_parameter"));
    assertThat(answer(ORDER).path("code").asInt()).isEqualTo(40002);
    running
        .sandbox()
        .inject("tiktok", Injection.next("status").with("status", 502).with("html", true));
    HttpResponse<String> gateway = post(ORDER);
    assertThat(gateway.statusCode()).isEqualTo(502);
    assertThat(gateway.body()).startsWith("<html>");
    running
        .sandbox()
        .inject("tiktok", Injection.next("status").with("status", 429).with("retry_after", "3"));
    assertThat(post(ORDER).headers().firstValue("Retry-After")).hasValue("3");
    assertThat(counters().kept()).isZero();
    assertThat(answer(ORDER).path("code").asInt()).isZero();
  }

  @Test
  void partial_success_names_ids_or_places_or_neither() throws IOException {
    running.sandbox().inject("tiktok", Injection.next("partial").with("failed", List.of("e-1")));
    JsonNode byId = answer(numbered(3));
    assertThat(byId.path("code").asInt()).isEqualTo(20001);
    assertThat(byId.at("/data/failed_events/0/event_id").asText()).isEqualTo("e-1");
    assertThat(counters().kept()).isEqualTo(2);
    running.sandbox().inject("tiktok", Injection.next("partial").with("indexes", List.of(0)));
    assertThat(answer(changed(ORDER, "/data/0/event_id", "\"x\"")).path("message").asText())
        .contains("Data.0");
    assertThat(counters().kept()).isEqualTo(2);
    running.sandbox().inject("tiktok", Injection.next("partial"));
    assertThat(answer(changed(ORDER, "/data/0/event_id", "\"y\"")).path("code").asInt())
        .isEqualTo(20001);
    assertThat(counters().kept()).isEqualTo(3);
    assertThat(counters().received()).isEqualTo(counters().kept() + counters().refused());
  }

  @Test
  void poisoned_event_is_named_by_its_place() throws IOException {
    running.sandbox().inject("tiktok", Injection.next("poison").with("event_id", "e-2"));
    assertThat(answer(numbered(3)).path("message").asText()).startsWith("Data.2.event_id");
  }

  @Test
  void connection_closes_after_storing() {
    running.sandbox().inject("tiktok", Injection.next("drop_after_store"));
    assertThatThrownBy(() -> post(ORDER)).isInstanceOf(IOException.class);
    assertThat(counters().kept()).isEqualTo(1);
  }
}
