package dev.footfall.sandbox.meta;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaDoubleTest extends MetaVisit {
  @Test
  void worked_example_is_kept_as_it_was_received() throws IOException {
    JsonNode answer = json(post(STORE));
    assertThat(answer.path("events_received").asInt()).isEqualTo(1);
    assertThat(answer.path("messages").isArray()).isTrue();
    assertThat(answer.path("fbtrace_id").asText()).isNotEmpty();
    assertThat(post(WEB).statusCode()).isEqualTo(200);
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(running.sandbox().events("meta", 1).get(0).json())
        .contains("\"value\": 129.50")
        .startsWith("{");
    assertThat(running.sandbox().events("meta", 2).get(0).target()).isEqualTo("1234567890");
  }

  @Test
  void token_is_taken_from_the_parameter_too_and_masked_in_the_record() throws IOException {
    assertThat(running.post(EVENTS + "?access_token=sandbox-meta-token", STORE).statusCode())
        .isEqualTo(200);
    assertThat(post(WEB).statusCode()).isEqualTo(200);
    assertThat(running.sandbox().requests("meta", 5))
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.toString()).doesNotContain("sandbox-meta-token"));
    assertThat(running.sandbox().requests("meta", 1).get(0).headers())
        .containsEntry("Authorization", "***");
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-meta-token-expired, 190, 463",
    "sandbox-meta-token-revoked, 190, 460",
    "sandbox-meta-token-no-permission, 200, 0",
    "sandbox-meta-token-terms, 200, 1870034",
    "somebody-else, 190, 467",
    "'', 104, 0"
  })
  void tokens_that_are_not_good_are_refused(String token, int code, int subcode)
      throws IOException {
    JsonNode error =
        json(running.post(EVENTS, STORE, "Authorization", "Bearer " + token)).path("error");
    assertThat(error.path("code").asInt()).isEqualTo(code);
    assertThat(error.path("error_subcode").asInt()).isEqualTo(subcode);
    assertThat(counters().kept()).isZero();
  }

  @Test
  void terms_come_with_the_link_to_accept_them() throws IOException {
    running.sandbox().inject("meta", Injection.next("terms"));
    JsonNode error = json(post(STORE)).path("error");
    assertThat(error.path("error_subcode").asInt()).isEqualTo(1870034);
    assertThat(error.path("error_user_msg").asText())
        .contains("https://business.facebook.com/ads/manage/customaudiences/tos/?act=");
    assertThat(post(STORE).statusCode()).isEqualTo(200);
  }

  @Test
  void unknown_dataset_does_not_exist() throws IOException {
    HttpResponse<String> answer =
        running.post("/meta/v25.0/999/events", STORE, "Authorization", "Bearer sandbox-meta-token");
    assertThat(json(answer).at("/error/code").asInt()).isEqualTo(100);
    assertThat(json(answer).at("/error/error_subcode").asInt()).isEqualTo(33);
  }

  @Test
  void wrong_proof_is_refused_and_right_one_taken() throws IOException {
    String wrong = EVENTS + "?appsecret_proof=" + "0".repeat(64);
    HttpResponse<String> answer =
        running.post(wrong, STORE, "Authorization", "Bearer sandbox-meta-token");
    assertThat(json(answer).at("/error/code").asInt()).isEqualTo(104);
    assertThat(MetaTokens.proves("0".repeat(64), "sandbox-meta-token")).isFalse();
    String proof = Hmac.hex("sandbox-meta-app-secret", "sandbox-meta-token");
    String right = EVENTS + "?appsecret_proof=" + proof;
    assertThat(
            running.post(right, STORE, "Authorization", "Bearer sandbox-meta-token").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/data/0/event_time | 1795197900000 | data[0].event_time: must be Unix seconds",
        "/data/0/event_time | \"1795197900\" | data[0].event_time: must be a JSON integer",
        "/data/0/event_time | 1795197900.5 | data[0].event_time: must be a JSON integer",
        "/data/0/event_time | 99999999999999999999 | data[0].event_time: is out of range",
        "/data/0/user_data/em |"
            + " \"7120f4acc1e8fbfe9733aa58f7459cbce70d7bd46a1e17974c2f896efeb36eae\" |"
            + " data[0].user_data.em: must be an array",
        "/data/0/user_data/em/0 |"
            + " \"7120F4ACC1E8FBFE9733AA58F7459CBCE70D7BD46A1E17974C2F896EFEB36EAE\" |"
            + " data[0].user_data.em[0]: must be 64 lower-case hex digits (SHA-256)",
        "/data/0/user_data/em/0 | \"abc\" | data[0].user_data.em[0]: must be 64 lower-case hex"
            + " digits (SHA-256)",
        "/data/0/user_data/em/0 | \"\" | data[0].user_data.em[0]: must not be an empty string",
        "/data/0/user_data/em/0 | null | data[0].user_data.em[0]: must not be null",
        "/data/0/user_data/em | [] | data[0].user_data.em: must not be an empty array",
        "/data/0/user_data/ph/0 | \"16505551212\" | data[0].user_data.ph[0]: must be 64 lower-case"
            + " hex digits (SHA-256)",
        "/data/0/user_data/madid |"
            + " \"7120f4acc1e8fbfe9733aa58f7459cbce70d7bd46a1e17974c2f896efeb36eae\" |"
            + " data[0].user_data.madid: must be a lower-case UUID, not hashed, not all zeros",
        "/data/0/user_data/client_ip_address |"
            + " \"7120f4acc1e8fbfe9733aa58f7459cbce70d7bd46a1e17974c2f896efeb36eae\" |"
            + " data[0].user_data.client_ip_address: must be an IPv4 or IPv6 address",
        "/data/0/user_data/email |"
            + " [\"7120f4acc1e8fbfe9733aa58f7459cbce70d7bd46a1e17974c2f896efeb36eae\"] |"
            + " data[0].user_data.email: is not a key known here",
        "/data/0/user_data | null | data[0].user_data: must not be null",
        "/data/0/custom_data | {} | data[0].custom_data: must not be an empty object",
        "/data/0/custom_data/value | \"73.31\" | data[0].custom_data.value: must be a JSON number",
        "/data/0/custom_data/value | -1 | data[0].custom_data.value: must not be negative",
        "/data/0/custom_data/currency | \"usd\" | data[0].custom_data.currency: must be three"
            + " capital letters",
        "/data/0/custom_data/order_id | 1001 | data[0].custom_data.order_id: must be a string",
        "/data/0/custom_data/num_items | \"3\" | data[0].custom_data.num_items: must be a JSON"
            + " integer",
        "/data/0/custom_data/contents/1/quantity | 1.5 | data[0].custom_data.contents[1].quantity:"
            + " must be a JSON integer",
        "/data/0/custom_data/contents/0/price | 1.5 | data[0].custom_data.contents[0].price: is not"
            + " a key known here",
        "/data/0/action_source | \"offline\" | data[0].action_source: must be one of app,"
            + " business_messaging, chat, email, other, phone_call, physical_store,"
            + " system_generated, website",
        "/data/0/opt_out | \"true\" | data[0].opt_out: must be true or false",
        "/data/0/event_source_url | \"/checkout\" | data[0].event_source_url: must be an absolute"
            + " http or https URL",
        "/data/0/data_processing_options | [\"XXX\"] | data[0].data_processing_options[0]: must be"
            + " one of LDU",
        "/data/0/data_processing_options_country | 1 | data[0].data_processing_options: needs"
            + " country and state together",
        "/data | \"[]\" | data: must be an array of events",
        "/data | [] | data: must hold at least one event",
        "/partner_agent | null | partner_agent: must not be null",
        "/surprise | 1 | surprise: is not a key known here"
      })
  void broken_form_names_its_path(String pointer, String value, String words) throws IOException {
    assertThat(reason(changed(STORE, pointer, value))).isEqualTo(words);
    assertThat(counters().kept()).isZero();
  }

  @Test
  void repeated_keys_are_refused() throws IOException {
    String twice = STORE.replaceFirst("\"event_name\"", "\"event_name\": \"Lead\", \"event_name\"");
    assertThat(reason(twice)).isEqualTo("data[0].event_name: appears twice");
  }

  @ParameterizedTest
  @CsvSource({
    "/data/0/custom_data/order_id, ada@example.org",
    "/data/0/event_id, (650) 555-1212",
    "/data/0/user_data/external_id/0, +16505551212",
    "/data/0/user_data/em/0, ada@example.org",
    "/data/0/event_source_url, https://shop.example.com/?m=ada%40example.org"
  })
  void plain_personal_data_is_refused_wherever_it_hides(String pointer, String text)
      throws IOException {
    assertThat(reason(changed(STORE, pointer, "\"" + text + "\"")))
        .endsWith("holds a plain e-mail address or telephone number")
        .doesNotContain(text);
    assertThat(counters().personalData()).isEqualTo(1);
  }

  @Test
  void keys_that_may_be_personal_data_are_not_printed() throws IOException {
    assertThat(reason(changed(STORE, "/data/0/user_data/ada@example.org", "1")))
        .isEqualTo("data[0].user_data.?: is not a key known here");
  }

  @Test
  void windows_are_seven_days_and_sixty_two_for_stores() throws IOException {
    long week = NOW - 7 * 86400;
    long store = NOW - 62 * 86400;
    assertThat(post(changed(WEB, "/data/0/event_time", "" + week)).statusCode()).isEqualTo(200);
    assertThat(
            refusal(changed(WEB, "/data/0/event_time", "" + (week - 1)))
                .path("error_subcode")
                .asInt())
        .isEqualTo(2804003);
    assertThat(post(changed(STORE, "/data/0/event_time", "" + store)).statusCode()).isEqualTo(200);
    assertThat(
            refusal(changed(STORE, "/data/0/event_time", "" + (store - 1)))
                .path("error_subcode")
                .asInt())
        .isEqualTo(2804003);
    assertThat(post(changed(STORE, "/data/0/event_time", "" + (NOW + 60))).statusCode())
        .isEqualTo(200);
    assertThat(reason(changed(STORE, "/data/0/event_time", "" + (NOW + 61))))
        .contains("in the future");
  }

  @Test
  void purchase_needs_value_and_currency() throws IOException {
    assertThat(refusal(without(STORE, "/data/0/custom_data/value")).path("error_subcode").asInt())
        .isEqualTo(2804009);
    assertThat(
            refusal(without(STORE, "/data/0/custom_data/currency")).path("error_subcode").asInt())
        .isEqualTo(2804010);
    String lead =
        without(without(STORE, "/data/0/custom_data/value"), "/data/0/custom_data/currency");
    assertThat(post(changed(lead, "/data/0/event_name", "\"Lead\"")).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"ct,country,st,zp,ge", "db", "fn,ge", "ln,ge", "''"})
  void customer_fields_that_fit_too_many_people_are_refused(String keys) throws IOException {
    String body = without(STORE, "/data/0/user_data");
    if (!keys.isEmpty()) {
      body = changed(body, "/data/0/user_data", "{}");
      for (String key : keys.split(",")) {
        body = changed(body, "/data/0/user_data/" + key, "[\"" + "a".repeat(64) + "\"]");
      }
    }
    assertThat(refusal(body).path("error_subcode").asInt()).isEqualTo(2804050);
  }

  @Test
  void website_needs_user_agent_and_url() throws IOException {
    assertThat(
            refusal(without(WEB, "/data/0/user_data/client_user_agent"))
                .path("error_subcode")
                .asInt())
        .isEqualTo(2804019);
    assertThat(refusal(without(WEB, "/data/0/event_source_url")).path("error_subcode").asInt())
        .isEqualTo(2804019);
  }

  @Test
  void app_and_messaging_need_their_own_fields() throws IOException {
    assertThat(reason(changed(STORE, "/data/0/action_source", "\"app\""))).contains("app_data");
    assertThat(reason(changed(STORE, "/data/0/action_source", "\"business_messaging\"")))
        .contains("messaging_channel");
    String app = changed(STORE, "/data/0/action_source", "\"app\"");
    String info =
        "[\"i2\",\"\",\"\",\"\",\"17.0\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"]";
    String data =
        "{\"advertiser_tracking_enabled\":1,\"application_tracking_enabled\":0,\"extinfo\":"
            + info
            + "}";
    assertThat(post(changed(app, "/data/0/app_data", data)).statusCode()).isEqualTo(200);
  }
}
