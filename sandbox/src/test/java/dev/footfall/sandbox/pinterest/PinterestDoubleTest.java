package dev.footfall.sandbox.pinterest;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.repeated;
import static dev.footfall.sandbox.Running.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinterestDoubleTest {
  private static final String EVENTS = "/pinterest/v5/ad_accounts/549755885175/events";
  private static final String TWO = Running.resource(PinterestDoubleTest.class, "two-orders.json");
  private static final Instant NOW = Instant.parse("2026-03-05T09:00:00Z");

  @AutoClose private final Running running = Running.at(NOW.toString());

  private HttpResponse<String> post(String path, String body) throws IOException {
    return running.post(path, body, "Authorization", "Bearer sandbox-pinterest-token");
  }

  private HttpResponse<String> post(String body) throws IOException {
    return post(EVENTS, body);
  }

  private JsonNode failed(String body, int index) throws IOException {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    JsonNode entry = json(answer).at("/details/events/" + index);
    assertThat(entry.path("status").asText()).isEqualTo("failed");
    return entry.path("error_message");
  }

  private Counters counters() {
    return running.sandbox().counters("pinterest");
  }

  @Test
  void worked_example_is_processed() throws IOException {
    HttpResponse<String> answer = post(TWO);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("num_events_received").asInt()).isEqualTo(2);
    assertThat(json(answer).path("num_events_processed").asInt()).isEqualTo(2);
    assertThat(json(answer).at("/events/1/status").asText()).isEqualTo("processed");
    assertThat(json(answer).at("/events/1/warning_message").asText("?")).isEmpty();
    assertThat(counters().kept()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-pinterest-token-revoked, 401, 2",
    "somebody-else, 401, 2",
    "'', 401, 2",
    "sandbox-pinterest-token-no-permission, 403, 29",
    "sandbox-pinterest-token-terms, 403, 29"
  })
  void tokens_that_are_not_good_are_refused(String token, int status, int code) throws IOException {
    HttpResponse<String> answer = running.post(EVENTS, TWO, "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("code").asInt()).isEqualTo(code);
  }

  @Test
  void accounts_are_known_granted_or_malformed() throws IOException {
    assertThat(post("/pinterest/v5/ad_accounts/12ab/events", TWO).statusCode()).isEqualTo(400);
    assertThat(post("/pinterest/v5/ad_accounts/1234567890123456789/events", TWO).statusCode())
        .isEqualTo(400);
    HttpResponse<String> foreign = post("/pinterest/v5/ad_accounts/1/events", TWO);
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(json(foreign).path("code").asInt()).isEqualTo(29);
    assertThat(post("/pinterest/v4/ad_accounts/1/events", TWO).statusCode()).isEqualTo(404);
    assertThat(running.get(EVENTS).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/data/1/event_name | \"purchase\" | data[1].event_name: must be one of checkout",
        "/data/1/action_source | \"web\" | data[1].action_source: must be one of offline",
        "/data/1/event_time | 1772648530000 | data[1].event_time: must be Unix seconds",
        "/data/1/event_id | null | data[1].event_id: must not be null",
        "/data/1/user_data/em | \"80254a4ba6a41c36e4d75788f712f37b378eb6c0989c2e5ea061436464143c4f\" | data[1].user_data.em: must be an array",
        "/data/1/user_data/em/0 | \"pat@example.org\" | data[1].user_data.em[0]: holds a plain e-mail address or telephone number",
        "/data/1/user_data/em/0 | \"80254A4ba6a41c36e4d75788f712f37b378eb6c0989c2e5ea061436464143c4f\" | data[1].user_data.em[0]: must be 64 lower-case hex digits (SHA-256)",
        "/data/1/user_data/click_id | [\"x\"] | data[1].user_data.click_id: must be a string",
        "/data/1/custom_data/value | 120.00 | data[1].custom_data.value: must be a string",
        "/data/1/custom_data/value | \"1,200\" | data[1].custom_data.value: must be a plain decimal number written as text",
        "/data/1/custom_data/value | \"\" | data[1].custom_data.value: must not be an empty string",
        "/data/1/custom_data/num_items | \"4\" | data[1].custom_data.num_items: must be a JSON integer",
        "/data/1/custom_data/np | \"x\" | data[1].custom_data.np: is not a key known here",
        "/data/1/custom_data/opt_out_type | \"ldp\" | data[1].custom_data.opt_out_type: must be one of LDP",
        "/data/1/custom_data/contents | [{\"id\":\"a\",\"item_price\":24.5}] | data[1].custom_data.contents[0].item_price: must be a string",
        "/data/1/custom_data/contents | [{\"id\":\"a\",\"quantity\":\"2\"}] | data[1].custom_data.contents[0].quantity: must be a JSON integer",
        "/data/1/custom_data/contents | [{\"item_brand_id\":\"a\"}] | data[1].custom_data.contents[0].item_brand_id: is not a key known here",
        "/data/1/opt_out | \"true\" | data[1].opt_out: must be true or false",
        "/data/1/partner_name | null | data[1].partner_name: must not be null",
        "/data/1/app_id | \"1\" | data[1].app_id: is not a key known here"
      })
  void bad_event_fails_alone_and_the_good_one_is_kept(String pointer, String value, String words)
      throws IOException {
    assertThat(failed(changed(TWO, pointer, value), 1).asText()).isEqualTo(words);
    assertThat(counters().kept()).isEqualTo(1);
    assertThat(counters().refused()).isEqualTo(1);
    assertThat(running.sandbox().events("pinterest", 1).get(0).json()).contains("A-10045");
  }

  @Test
  void partial_failure_has_the_shape_seen_from_a_real_account() throws IOException {
    JsonNode answer = json(post(changed(TWO, "/data/0/event_time", "1742000000")));
    assertThat(answer.path("code").asInt()).isEqualTo(953);
    assertThat(answer.at("/details/num_events_received").asInt()).isEqualTo(2);
    assertThat(answer.at("/details/num_events_processed").asInt()).isEqualTo(1);
    assertThat(answer.at("/details/events/0/error_message").asText())
        .contains(
            "Invalid event_timestamp parameter", "Current timestamp: " + NOW.getEpochSecond());
    assertThat(answer.at("/details/events/1/status").asText()).isEqualTo("processed");
  }

  @Test
  void window_is_seven_days() throws IOException {
    long oldest = NOW.minus(Duration.ofDays(7)).getEpochSecond();
    assertThat(post(changed(TWO, "/data/0/event_time", "" + oldest)).statusCode()).isEqualTo(200);
    assertThat(post(changed(TWO, "/data/0/event_time", "" + (oldest - 1))).statusCode())
        .isEqualTo(422);
    long future = NOW.getEpochSecond() + 301;
    assertThat(failed(changed(TWO, "/data/0/event_time", "" + future), 0).asText())
        .contains("in the future");
  }

  @Test
  void phone_alone_is_no_identity_but_maids_and_the_pair_are() throws IOException {
    String hash = "[\"" + "a".repeat(64) + "\"]";
    assertThat(failed(changed(TWO, "/data/1/user_data", "{\"ph\":" + hash + "}"), 1).asText())
        .contains("user_data");
    String maid = changed(TWO, "/data/1/user_data", "{\"hashed_maids\":" + hash + "}");
    assertThat(post(maid).statusCode()).isEqualTo(200);
    String half = changed(TWO, "/data/1/user_data", "{\"client_ip_address\":\"203.0.113.7\"}");
    assertThat(post(half).statusCode()).isEqualTo(422);
    String pair =
        changed(
            TWO,
            "/data/1/user_data",
            "{\"client_ip_address\":\"2001:db8::1\",\"client_user_agent\":\"x/1\"}");
    assertThat(post(pair).statusCode()).isEqualTo(200);
  }

  @Test
  void nothing_is_recognised_as_a_duplicate_but_repetition_is_noticed() throws IOException {
    post(TWO);
    post(TWO);
    assertThat(counters().kept()).isEqualTo(4);
    assertThat(counters().duplicates()).isZero();
    assertThat(counters().repeated()).isEqualTo(2);
  }

  @Test
  void test_mode_answers_the_same_and_stores_nothing() throws IOException {
    assertThat(post(EVENTS + "?test=true", TWO).statusCode()).isEqualTo(200);
    assertThat(
            post(EVENTS + "?test=true", changed(TWO, "/data/0/event_time", "1742000000"))
                .statusCode())
        .isEqualTo(422);
    assertThat(counters().kept()).isZero();
    assertThat(counters().test()).isEqualTo(3);
    assertThat(running.sandbox().events("pinterest", 9)).isEmpty();
    assertThat(post(EVENTS + "?test=maybe", TWO).statusCode()).isEqualTo(400);
    assertThat(post(changed(TWO, "/test", "true")).statusCode()).isEqualTo(400);
  }

  @Test
  void empty_event_id_is_taken_unless_told_otherwise() throws IOException {
    String empty = changed(TWO, "/data/1/event_id", "\"\"");
    assertThat(post(empty).statusCode()).isEqualTo(200);
    running
        .sandbox()
        .inject("pinterest", Injection.next("empty_event_id_refused").times(Injection.ALWAYS));
    assertThat(failed(empty, 1).asText()).contains("event_id");
    assertThat(failed(empty, 1).asText()).contains("event_id");
    assertThat(failed(without(TWO, "/data/1/event_id"), 1).asText())
        .isEqualTo("data[1].event_id: is missing");
  }

  @Test
  void length_is_one_to_a_thousand() throws IOException {
    assertThat(json(post("{\"data\":[]}")).path("code").asInt()).isEqualTo(4196);
    assertThat(post(repeated(TWO, 1001, (event, i) -> {})).statusCode()).isEqualTo(400);
    assertThat(counters().kept()).isZero();
    assertThat(post(repeated(TWO, 1000, (event, i) -> {})).statusCode()).isEqualTo(200);
    assertThat(counters().kept()).isEqualTo(1000);
  }

  @Test
  void missing_currency_is_accepted_with_a_warning() throws IOException {
    JsonNode answer = json(post(without(TWO, "/data/0/custom_data/currency")));
    assertThat(answer.at("/events/0/status").asText()).isEqualTo("processed");
    assertThat(answer.at("/events/0/warning_message").asText()).contains("currency");
  }

  @Test
  void answers_can_be_bent() throws IOException {
    running
        .sandbox()
        .inject("pinterest", Injection.next("unprocessable_without_events").with("processed", 1));
    JsonNode bare = json(post(TWO));
    assertThat(bare.at("/details/events").isMissingNode()).isTrue();
    assertThat(bare.at("/details/num_events_processed").asInt()).isEqualTo(1);
    assertThat(counters().kept()).isZero();
    running.sandbox().inject("pinterest", Injection.next("wrong_length"));
    assertThat(json(post(TWO)).at("/details/events").size()).isEqualTo(1);
    running.sandbox().inject("pinterest", Injection.next("failed_in_ok").with("index", 1));
    HttpResponse<String> ok = post(TWO);
    assertThat(ok.statusCode()).isEqualTo(200);
    assertThat(json(ok).at("/events/1/status").asText()).isEqualTo("failed");
    assertThat(counters().kept()).isEqualTo(3);
    running.sandbox().inject("pinterest", Injection.next("warning").with("message", "hm"));
    assertThat(json(post(TWO)).at("/events/0/warning_message").asText()).isEqualTo("hm");
    running.sandbox().inject("pinterest", Injection.next("messages"));
    assertThat(json(post(TWO)).at("/events/0/error_message").isNull()).isTrue();
    running.sandbox().inject("pinterest", Injection.next("messages").with("as", "absent"));
    assertThat(json(post(TWO)).at("/events/0/error_message").isMissingNode()).isTrue();
  }

  @Test
  void trouble_can_be_asked_for() throws IOException {
    running.sandbox().inject("pinterest", Injection.next("throttle").with("retry_after", 9));
    HttpResponse<String> slow = post(TWO);
    assertThat(slow.statusCode()).isEqualTo(429);
    assertThat(json(slow).path("code").asInt()).isEqualTo(8);
    assertThat(slow.headers().firstValue("Retry-After")).hasValue("9");
    running
        .sandbox()
        .inject("pinterest", Injection.next("error").with("status", 503).with("code", 4197));
    assertThat(json(post(TWO)).path("code").asInt()).isEqualTo(4197);
    running.sandbox().inject("pinterest", Injection.next("drop_after_store"));
    assertThatThrownBy(() -> post(TWO)).isInstanceOf(IOException.class);
    assertThat(counters().kept()).isEqualTo(2);
    running.sandbox().inject("pinterest", Injection.next("poison").with("event_id", "never"));
    assertThat(failed(changed(TWO, "/data/0/event_id", "\"never\""), 0).asText())
        .contains("event_id");
  }
}
