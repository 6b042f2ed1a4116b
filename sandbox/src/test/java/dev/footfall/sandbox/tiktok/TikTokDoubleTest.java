package dev.footfall.sandbox.tiktok;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.repeated;
import static dev.footfall.sandbox.Running.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokDoubleTest extends TikTokVisit {
  @Test
  void worked_example_is_kept() throws IOException {
    JsonNode answer = answer(ORDER);
    assertThat(answer.path("code").asInt()).isZero();
    assertThat(answer.path("message").asText()).isEqualTo("OK");
    assertThat(answer.path("request_id").asText()).isNotEmpty();
    assertThat(answer.path("data").isObject()).isTrue();
    assertThat(counters().kept()).isEqualTo(1);
    assertThat(running.sandbox().events("tiktok", 1).get(0).target()).isEqualTo(SET);
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-tiktok-token-expired, 40102",
    "sandbox-tiktok-token-revoked, 40105",
    "sandbox-tiktok-token-read-only, 40001",
    "somebody-else, 40105",
    "'', 40104"
  })
  void tokens_that_are_not_good_are_refused(String token, int code) throws IOException {
    assertThat(json(running.post(TRACK, ORDER, "Access-Token", token)).path("code").asInt())
        .isEqualTo(code);
    assertThat(counters().kept()).isZero();
  }

  @Test
  void bearer_tokens_mean_nothing_here() throws IOException {
    HttpResponse<String> answer =
        running.post(TRACK, ORDER, "Authorization", "Bearer sandbox-tiktok-token");
    assertThat(json(answer).path("code").asInt()).isEqualTo(40104);
  }

  @Test
  void path_ends_in_a_slash() throws IOException {
    HttpResponse<String> answer =
        running.post(ROOT + "/event/track", ORDER, "Access-Token", "sandbox-tiktok-token");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("message").asText()).contains("ends in a slash");
    assertThat(running.get(TRACK, "Access-Token", "sandbox-tiktok-token").statusCode())
        .isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/event_source | \"web\" | Event_source: must be one of offline",
        "/event_source_id | 7654321098765432109 | Event_source_id: must be a string",
        "/data/0/event | \"completepayment\" | Data.0.event: must be one of",
        "/data/0/event | \"MyOwnEvent\" | Data.0.event: must be one of",
        "/data/0/event_time | 1772648530500 | Data.0.event_time: must be Unix seconds",
        "/data/0/event_time | \"1772648530\" | Data.0.event_time: must be a JSON integer",
        "/data/0/event_id | 17 | Data.0.event_id: must be a string",
        "/data/0/user/email | [] | Data.0.user.email: must not be an empty array",
        "/data/0/user/email/0 | \"DANA\" | Data.0.user.email.0: must be 64 lower-case hex digits"
            + " (SHA-256)",
        "/data/0/user/email/0 | \"dana@example.com\" | Data.0.user.email.0: holds a plain e-mail"
            + " address or telephone number",
        "/data/0/user/ip | \"1.2.3.4\" | Data.0.user.ip: is not a key known here",
        "/data/0/properties/contents/0/content_id | 17 | Data.0.properties.contents.0.content_id:"
            + " must be a string",
        "/data/0/properties/contents/0/price | \"24.5\" | Data.0.properties.contents.0.price: must"
            + " be a JSON number",
        "/data/0/properties/contents/1/quantity | \"1\" | Data.0.properties.contents.1.quantity:"
            + " must be a JSON integer",
        "/data/0/properties/contents | {} | Data.0.properties.contents: must be an array",
        "/data/0/properties/value | \"58.99\" | Data.0.properties.value: must be a JSON number",
        "/data/0/properties/currency | \"BGN\" | Data.0.properties.currency: must be one of",
        "/data/0/properties/event_channel | \"in_store\" | Data.0.properties.event_channel: is not"
            + " a key known here",
        "/data/0/properties/order_id | \"\" | Data.0.properties.order_id: must not be an empty"
            + " string",
        "/data/0/properties/order_id | null | Data.0.properties.order_id: must not be null",
        "/data/0/properties/description | \"call (206) 555-0123\" | ok",
        "/data/0/properties/description | \"(206) 555-0123\" | Data.0.properties.description: holds"
            + " a plain e-mail address or telephone number",
        "/data/0/properties | {} | Data.0.properties: must not be an empty object",
        "/data/0/context | {} | Data.0.context: is not a key known here",
        "/limited_data_use | false | Limited_data_use: is not a key known here"
      })
  void broken_form_names_its_path(String pointer, String value, String words) throws IOException {
    JsonNode answer = answer(changed(ORDER, pointer, value));
    assertThat(answer.path("code").asInt()).isEqualTo(words.equals("ok") ? 0 : 40002);
    assertThat(answer.path("message").asText()).startsWith(words.equals("ok") ? "OK" : words);
  }

  @Test
  void identifiers_may_stand_alone_or_in_an_array_but_one_must_be_there() throws IOException {
    String alone = changed(ORDER, "/data/0/user/email", "\"" + "a".repeat(64) + "\"");
    assertThat(answer(alone).path("code").asInt()).isZero();
    String external =
        changed(ORDER, "/data/0/user", "{\"external_id\":[\"" + "a".repeat(64) + "\"]}");
    assertThat(answer(external).path("message").asText())
        .isEqualTo("Data.0.user: needs email or phone");
    assertThat(answer(without(ORDER, "/data/0/user")).path("message").asText())
        .isEqualTo("Data.0.user: is missing");
  }

  @Test
  void value_needs_a_currency() throws IOException {
    assertThat(answer(without(ORDER, "/data/0/properties/currency")).path("message").asText())
        .isEqualTo("Data.0.properties.currency: is missing beside value");
  }

  @Test
  void window_is_twenty_eight_days() throws IOException {
    long oldest = NOW.minus(Duration.ofDays(28)).getEpochSecond();
    assertThat(answer(changed(ORDER, "/data/0/event_time", "" + oldest)).path("code").asInt())
        .isZero();
    assertThat(
            answer(changed(ORDER, "/data/0/event_time", "" + (oldest - 1)))
                .path("message")
                .asText())
        .isEqualTo("Data.0.event_time: is older than 28 days");
    assertThat(
            answer(changed(ORDER, "/data/0/event_time", "" + (NOW.getEpochSecond() + 301)))
                .path("message")
                .asText())
        .isEqualTo("Data.0.event_time: is in the future");
  }

  @Test
  void a_thousand_events_fit_and_one_more_stores_nothing() throws IOException {
    assertThat(answer(numbered(1001)).path("code").asInt()).isEqualTo(40002);
    assertThat(counters().kept()).isZero();
    assertThat(answer(numbered(1000)).path("code").asInt()).isZero();
    assertThat(counters().kept()).isEqualTo(1000);
    assertThat(counters().refused()).isEqualTo(1001);
  }

  @Test
  void one_bad_event_stores_nothing() throws IOException {
    String bad =
        repeated(
            ORDER,
            3,
            (event, i) -> event.put("event_id", "e-" + i).put("event", i == 2 ? "X" : "Lead"));
    assertThat(answer(bad).path("message").asText()).startsWith("Data.2.event:");
    assertThat(counters().kept()).isZero();
  }
}
