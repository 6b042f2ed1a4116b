package dev.footfall.sandbox.meta;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.repeated;
import static dev.footfall.sandbox.Running.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Meta beyond the form of one event: whole requests, repetitions, tokens, limits, faults on demand.
 */
class MetaConductTest extends MetaVisit {
  @Test
  void one_bad_event_refuses_the_whole_request() throws IOException {
    String three =
        repeated(
            STORE, 3, (event, i) -> event.put("event_time", i == 1 ? NOW - 63 * 86400 : NOW - i));
    assertThat(reason(three)).startsWith("data[1].event_time");
    assertThat(counters().kept()).isZero();
    assertThat(counters().refused()).isEqualTo(3);
    assertThat(counters().received()).isEqualTo(3);
  }

  @Test
  void a_thousand_events_fit_and_one_more_does_not() throws IOException {
    String thousand = repeated(STORE, 1000, MetaConductTest::numbered);
    assertThat(json(post(thousand)).path("events_received").asInt()).isEqualTo(1000);
    assertThat(reason(repeated(STORE, 1001, MetaConductTest::numbered)))
        .contains("at most 1000 events, holds 1001");
    assertThat(counters().kept()).isEqualTo(1000);
  }

  private static void numbered(ObjectNode event, int i) {
    ((ObjectNode) event.path("custom_data")).put("order_id", "ORD-" + i);
  }

  @Test
  void offline_events_are_recognised_for_seven_days_by_order() throws IOException {
    post(STORE);
    JsonNode again = json(post(changed(STORE, "/data/0/event_id", "\"another\"")));
    assertThat(again.path("events_received").asInt()).isEqualTo(1);
    assertThat(counters().kept()).isEqualTo(1);
    assertThat(counters().duplicates()).isEqualTo(1);
    post(changed(STORE, "/data/0/event_time", "1795197901"));
    post(changed(STORE, "/data/0/custom_data/order_id", "\"ORD-1\""));
    post(changed(STORE, "/data/0/custom_data/item_number", "\"7\""));
    assertThat(counters().kept()).isEqualTo(4);
    running.sandbox().clock().stopAt(Instant.ofEpochSecond(NOW + 7 * 86400 + 1));
    post(STORE);
    assertThat(counters().kept()).isEqualTo(5);
  }

  @Test
  void offline_events_without_order_are_recognised_by_their_customer_fields() throws IOException {
    String orderless = without(STORE, "/data/0/custom_data/order_id");
    post(orderless);
    String ph = "\"" + "b".repeat(64) + "\"";
    post(changed(orderless, "/data/0/user_data/ph/0", ph));
    String em = json(post(orderless)).toString();
    assertThat(em).contains("events_received");
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(counters().duplicates()).isEqualTo(1);
  }

  @Test
  void website_events_are_never_recognised() throws IOException {
    post(WEB);
    post(WEB);
    assertThat(counters().kept()).isEqualTo(2);
  }

  @Test
  void test_code_marks_events_but_does_not_keep_them_out() throws IOException {
    post(changed(STORE, "/test_event_code", "\"TEST123\""));
    assertThat(counters().kept()).isEqualTo(1);
    assertThat(running.sandbox().events("meta", 1).get(0).test()).isTrue();
  }

  @Test
  void dataset_tells_whether_it_is_consolidated() throws IOException {
    String fields = "?fields=id,name,is_consolidated_container,is_unavailable";
    String[] token = {"Authorization", "Bearer sandbox-meta-token"};
    JsonNode good = json(running.get("/meta/v25.0/1234567890" + fields, token));
    assertThat(good.path("is_consolidated_container").asBoolean()).isTrue();
    assertThat(good.path("id").asText()).isEqualTo("1234567890");
    JsonNode other = json(running.get("/meta/v25.0/1234567891" + fields, token));
    assertThat(other.path("is_consolidated_container").asBoolean()).isFalse();
    assertThat(json(running.get("/meta/v25.0/77", token)).at("/error/error_subcode").asInt())
        .isEqualTo(33);
  }

  @Test
  void codes_become_tokens_once_and_tokens_live_longer_by_exchange() throws IOException {
    String app =
        "/meta/v25.0/oauth/access_token?client_id=1000000000000001&client_secret=sandbox-meta-app-secret";
    String code = app + "&redirect_uri=http://localhost/back&code=sandbox-meta-code";
    JsonNode first = json(running.get(code));
    assertThat(first.path("expires_in").asInt()).isEqualTo(5400);
    assertThat(json(running.get(code)).at("/error/code").asInt()).isEqualTo(100);
    String exchange = app + "&grant_type=fb_exchange_token&fb_exchange_token=";
    JsonNode longer = json(running.get(exchange + first.path("access_token").asText()));
    assertThat(longer.path("expires_in").asInt()).isEqualTo(5183944);
    String token = longer.path("access_token").asText();
    assertThat(running.post(EVENTS, STORE, "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(200);

    JsonNode debug =
        json(
            running.get(
                "/meta/debug_token?input_token="
                    + token
                    + "&access_token=1000000000000001%7Csandbox-meta-app-secret"));
    assertThat(debug.at("/data/is_valid").asBoolean()).isTrue();
    assertThat(debug.at("/data/expires_at").asLong()).isEqualTo(NOW + 5183944);

    running.sandbox().clock().stopAt(Instant.ofEpochSecond(NOW + 5183944));
    assertThat(json(running.get(exchange + token)).at("/error/error_subcode").asInt())
        .isEqualTo(463);
    assertThat(running.sandbox().requests("meta", 9).toString())
        .doesNotContain("app-secret")
        .doesNotContain(token);
  }

  @Test
  void wrong_app_is_refused() throws IOException {
    String wrong =
        "/meta/v25.0/oauth/access_token?client_id=1&client_secret=x&code=sandbox-meta-code";
    assertThat(json(running.get(wrong)).at("/error/code").asInt()).isEqualTo(101);
    assertThat(
            json(running.get("/meta/debug_token?input_token=x&access_token=y"))
                .at("/error/code")
                .asInt())
        .isEqualTo(190);
  }

  @Test
  void throttling_says_when_to_come_back() throws IOException {
    running
        .sandbox()
        .inject("meta", Injection.next("throttle").with("code", 80004).with("minutes", 5));
    HttpResponse<String> answer = post(STORE);
    assertThat(json(answer).at("/error/code").asInt()).isEqualTo(80004);
    assertThat(answer.headers().firstValue("X-Business-Use-Case-Usage").orElseThrow())
        .contains("\"estimated_time_to_regain_access\":5");
    assertThat(post(STORE).statusCode()).isEqualTo(200);
  }

  @Test
  void any_error_can_be_asked_for() throws IOException {
    running
        .sandbox()
        .inject(
            "meta",
            Injection.next("error").with("code", 2).with("transient", true).with("status", 500));
    HttpResponse<String> answer = post(STORE);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(json(answer).at("/error/is_transient").asBoolean()).isTrue();
  }

  @Test
  void fewer_can_be_said_to_have_been_received() throws IOException {
    running.sandbox().inject("meta", Injection.next("fewer_received"));
    assertThat(json(post(STORE)).path("events_received").asInt()).isZero();
    assertThat(counters().kept()).isEqualTo(1);
  }

  @Test
  void poisoned_event_sinks_every_batch_that_holds_it() throws IOException {
    running.sandbox().inject("meta", Injection.next("poison").with("event_id", "web-evt-88"));
    assertThat(reason(WEB)).startsWith("data[0].event_id");
    assertThat(reason(WEB)).startsWith("data[0].event_id");
    assertThat(post(changed(WEB, "/data/0/event_id", "\"web-evt-89\"")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void connection_closes_before_or_after_storing() throws IOException {
    running.sandbox().inject("meta", Injection.next("drop_after_read"));
    assertThatThrownBy(() -> post(STORE)).isInstanceOf(IOException.class);
    assertThat(counters().kept()).isZero();
    running.sandbox().inject("meta", Injection.next("drop_after_store"));
    assertThatThrownBy(() -> post(STORE)).isInstanceOf(IOException.class);
    assertThat(counters().kept()).isEqualTo(1);
    running.sandbox().inject("meta", Injection.next("drop_before_read"));
    assertThatThrownBy(() -> post(STORE)).isInstanceOf(IOException.class);
    assertThat(running.sandbox().requests("meta", 3)).extracting("status").containsExactly(0, 0, 0);
  }

  @Test
  void wrong_content_type_and_method_are_refused() throws IOException {
    String[] token = {"Authorization", "Bearer sandbox-meta-token"};
    HttpResponse<String> form =
        running.send(
            EVENTS,
            request ->
                request
                    .headers(token)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("data=[]")));
    assertThat(json(form).at("/error/code").asInt()).isEqualTo(100);
    assertThat(running.get(EVENTS, token).statusCode()).isEqualTo(405);
    assertThat(running.get("/meta/v25.0/1/2/3", token).statusCode()).isEqualTo(404);
  }
}
