package dev.footfall.sandbox.snapchat;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.repeated;
import static dev.footfall.sandbox.Running.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.platform.Counters;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapchatDoubleTest {
  private static final String PIXEL = "/snapchat/v3/8f1c0a52-0000-4000-8000-00000000beef";
  private static final String TOKEN = "?access_token=sandbox-snapchat-token";
  private static final String EVENTS = PIXEL + "/events" + TOKEN;
  private static final String TWO = Running.resource(SnapchatDoubleTest.class, "two-orders.json");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  @AutoClose private final Running running = Running.at(NOW.toString());

  private HttpResponse<String> post(String body) throws IOException {
    return running.post(EVENTS, body);
  }

  private Counters counters() {
    return running.sandbox().counters("snapchat");
  }

  private void assertRefused(String body, String words) throws IOException {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).path("status").asText()).isEqualTo("INVALID");
    assertThat(answer.body()).contains(words);
    assertThat(counters().kept()).isZero();
  }

  @Test
  void worked_example_is_valid() throws IOException {
    HttpResponse<String> answer = post(TWO);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("status").asText()).isEqualTo("VALID");
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(running.sandbox().requests("snapchat", 1).get(0).target())
        .endsWith("/events?access_token=***");
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-snapchat-token-expired, 401, expired",
    "sandbox-snapchat-token-revoked, 401, Unauthorized resources",
    "somebody-else, 401, Unauthorized resources",
    "'', 401, Unauthorized resources",
    "sandbox-snapchat-token-no-permission, 403, permission",
    "sandbox-snapchat-token-terms, 403, terms of service"
  })
  void tokens_that_are_not_good_are_refused(String token, int status, String words)
      throws IOException {
    HttpResponse<String> answer = running.post(PIXEL + "/events?access_token=" + token, TWO);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("reason").asText()).contains(words);
  }

  @Test
  void pixels_are_the_tokens_own_or_nobodys() throws IOException {
    String foreign = EVENTS.replace("beef", "f00d");
    assertThat(running.post(foreign, TWO).statusCode()).isEqualTo(401);
    assertThat(running.post("/snapchat/v3/123/events" + TOKEN, TWO).statusCode()).isEqualTo(404);
    assertThat(running.post("/snapchat/v2/conversion", TWO).statusCode()).isEqualTo(404);
    assertThat(running.get(EVENTS).statusCode()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/data/1/event_name | \"purchase\" | data[1].event_name: must be one of",
        "/data/1/event_name | \"CUSTOM_EVENT_6\" | data[1].event_name: must be one of",
        "/data/1/event_time | 1795014566449 | data[1].event_time: must be Unix seconds",
        "/data/1/event_time | \"1795014566\" | data[1].event_time: must be a JSON integer",
        "/data/1/event_time | 1791979199 | data[1].event_time: is older than 37 days",
        "/data/1/event_time | 1795176601 | data[1].event_time: is in the future",
        "/data/1/action_source | \"WEB\" | data[1].action_source: must be one of OFFLINE",
        "/data/1/user_data/em | [\"ava@example.com\"] | data[1].user_data.em[0]: holds a plain"
            + " e-mail address or telephone number",
        "/data/1/user_data/em |"
            + " \"67a89a12852496e22c7dc666170c7d4c23f858c235da849d7f4588edb904f448\" |"
            + " data[1].user_data.em: must be an array",
        "/data/1/user_data/ph | [\"12065550142\"] | data[1].user_data.ph[0]: must be 64 lower-case"
            + " hex digits",
        "/data/1/user_data/em |"
            + " [\"67A89A12852496E22C7DC666170C7D4C23F858C235DA849D7F4588EDB904F448\"] |"
            + " data[1].user_data.em[0]: must be 64 lower-case hex digits",
        "/data/1/user_data/em |"
            + " [\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"] |"
            + " data[1].user_data.em[0]: must be 64 lower-case hex digits (SHA-256), not those of"
            + " the empty text",
        "/data/1/user_data/external_id |"
            + " [\"354ae93d70676c04ae928fc4e36d25272c047a202665925e225727a919cbc9db\"] |"
            + " data[1].user_data.external_id: must be a string",
        "/data/1/user_data/madid | \"00000000-0000-0000-0000-000000000000\" |"
            + " data[1].user_data.madid: must be a lower-case UUID",
        "/data/1/user_data | {\"client_ip_address\":\"203.0.113.7\"} | data[1].user_data: needs em,"
            + " ph, madid, or client_ip_address with client_user_agent",
        "/data/1/user_data | {} | data[1].user_data: must not be an empty object",
        "/data/1/custom_data/value | \"120.00\" | data[1].custom_data.value: must be a JSON number",
        "/data/1/custom_data/value | -1 | data[1].custom_data.value: must not be negative",
        "/data/1/custom_data/currency | \"XXX\" | data[1].custom_data.currency: must be one of",
        "/data/1/custom_data/order_id | null | data[1].custom_data.order_id: must not be null",
        "/data/1/custom_data/order_id | \"\" | data[1].custom_data.order_id: must not be an empty"
            + " string",
        "/data/1/custom_data/num_items | \"2\" | data[1].custom_data.num_items: must be a JSON"
            + " integer",
        "/data/1/custom_data/content_ids | [] | data[1].custom_data.content_ids: must not be an"
            + " empty array",
        "/data/1/custom_data/contents | [{\"id\":\"a\",\"quantity\":2}] |"
            + " data[1].custom_data.contents[0].quantity: must be a string",
        "/data/1/custom_data/brands | [\"a\"] | data[1].custom_data.brands: must be a string",
        "/data/1/custom_data/transaction_id | \"a\" | data[1].custom_data.transaction_id: is not a"
            + " key known here",
        "/data/1/data_processing_options | \"['LMU']\" | data[1].data_processing_options: must be"
            + " an array",
        "/data/1/data_processing_options_state | 1000 | data[1].data_processing_options: is missing"
            + " beside its country or state",
        "/data/1/opt_out | 1 | data[1].opt_out: must be true or false",
        "/data/1/app_id | \"1\" | data[1].app_id: is not a key known here"
      })
  void one_bad_event_makes_its_whole_request_invalid(String pointer, String value, String words)
      throws IOException {
    assertRefused(changed(TWO, pointer, value), words);
    assertThat(counters().refused()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/1/event_time",
        "/data/1/event_id",
        "/data/1/action_source",
        "/data/1/user_data",
        "/data/1/custom_data",
        "/data/1/custom_data/value",
        "/data/1/custom_data/currency"
      })
  void nothing_required_may_be_missing(String pointer) throws IOException {
    assertRefused(without(TWO, pointer), "is missing");
  }

  @Test
  void bodies_are_json_with_one_to_two_thousand_events() throws IOException {
    assertRefused("{\"data\":[]}", "data: must hold at least one event");
    assertRefused("[]", "must be an object");
    assertRefused("{\"events\":[]}", "is not a key known here");
    assertRefused("{", "well-formed");
    String many = repeated(TWO, 2001, (event, i) -> event.put("event_id", "e" + i));
    assertThat(post(many).statusCode()).isIn(400, 413);
    assertThat(running.post(EVENTS, TWO, "Content-Encoding", "gzip").statusCode()).isEqualTo(400);
  }

  @Test
  void two_thousand_small_events_fit() throws IOException {
    String small = without(without(TWO, "/data/0/user_data/fn"), "/data/0/custom_data/contents");
    String many =
        repeated(
            small,
            1500,
            (event, i) -> {
              event.put("event_id", "e" + i);
              ((com.fasterxml.jackson.databind.node.ObjectNode) event.path("custom_data"))
                  .put("order_id", "o" + i);
            });
    assertThat(post(many).statusCode()).isEqualTo(200);
    assertThat(counters().kept()).isEqualTo(1500);
  }

  @Test
  void optional_fields_are_taken() throws IOException {
    String body = changed(TWO, "/data/1/data_processing_options", "[\"LDU\"]");
    body = changed(body, "/data/1/data_processing_options_country", "0");
    body = changed(body, "/data/1/data_processing_options_state", "1000");
    body = changed(body, "/data/1/event_source_url", "\"https://example.com/stores\"");
    body = changed(body, "/data/1/integration", "\"footfall\"");
    body = changed(body, "/test_event_code", "\"TEST1\"");
    body = changed(body, "/data/1/event_name", "\"CUSTOM_EVENT_5\"");
    body =
        changed(
            body,
            "/data/1/user_data",
            "{\"client_ip_address\":\"203.0.113.7\",\"client_user_agent\":\"till\"}");
    assertThat(post(body).statusCode()).isEqualTo(200);
  }

  @Test
  void edges_of_the_window_are_inside() throws IOException {
    assertThat(post(changed(TWO, "/data/1/event_time", "1791979200")).statusCode()).isEqualTo(200);
  }
}
