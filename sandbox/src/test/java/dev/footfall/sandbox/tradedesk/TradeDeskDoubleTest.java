package dev.footfall.sandbox.tradedesk;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Counters;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.TokenState;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradeDeskDoubleTest {
  private static final String PATH = "/tradedesk/providerapi/offlineconversion";
  private static final String ORDER = Running.resource(TradeDeskDoubleTest.class, "one-order.json");
  private static final String DEVICE =
      "{\"DataProviderId\":\"acmeoffline\",\"Items\":[{\"TDID\":\"00000000-0000-4000-8000-000000000001\","
          + "\"TrackingTagId\":\"tag0001\",\"TimestampUtc\":\"2026-11-18T15:09:26Z\"%s}]}";

  private Running running;

  @BeforeEach
  void start() {
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    running =
        Running.with(
            SandboxOptions.defaults()
                .by(InstantSource.fixed(now))
                .token("tradedesk", "example-secret-1", TokenState.GOOD));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private HttpResponse<String> post(String body) throws IOException {
    return running.post(PATH, body, "TTD-Auth", "sandbox-tradedesk-token");
  }

  private JsonNode failed(String body) throws IOException {
    return json(post(body)).path("FailedLines");
  }

  private Counters counters() {
    return running.sandbox().counters("tradedesk");
  }

  private void inject(Injection injection) {
    running.sandbox().inject("tradedesk", injection);
  }

  @Test
  void worked_example_is_kept() throws IOException {
    HttpResponse<String> answer = post(ORDER);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"FailedLines\":[]}");
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(running.sandbox().events("tradedesk", 1).get(0).target()).isEqualTo("acmeoffline");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | leJrlPZBWcIYKnwXlbJyJKa2fe0=",
        ",\"City\":\"Saint-Étienne\" | hI5yLErsEWvnckStJM5wde4RvCQ="
      })
  void signatures_are_made_over_the_exact_bytes(String more, String signature) throws IOException {
    String body = DEVICE.formatted(more);
    assertThat(running.post(PATH, body, "TtdSignature", signature).statusCode()).isEqualTo(200);
    assertThat(running.post(PATH, body + "\n", "TtdSignature", signature).statusCode())
        .isEqualTo(401);
  }

  @Test
  void an_empty_request_is_signed_like_any_other() throws IOException {
    String body = "{\"DataProviderId\":\"acmeoffline\",\"Items\":[]}";
    HttpResponse<String> answer =
        running.post(PATH, body, "TtdSignature", "zfa48jFUVVQsmuwrkNSP99av5j4=");
    assertThat(answer.statusCode()).isEqualTo(200);
    HttpResponse<String> second =
        running.post(
            PATH,
            body,
            "TtdSignature",
            "zfa48jFUVVQsmuwrkNSP99av5j4=",
            "TtdSignature-dp",
            "zfa48jFUVVQsmuwrkNSP99av5j4=");
    assertThat(second.statusCode()).as("-dp needs the provider's secret").isEqualTo(401);
    assertThat(running.sandbox().requests("tradedesk", 1).get(0).headers().toString())
        .doesNotContain("zfa48");
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-tradedesk-token-expired, 401, InvalidToken",
    "sandbox-tradedesk-token-revoked, 401, InvalidToken",
    "sandbox-tradedesk-token-no-permission, 403, IncorrectPermissions",
    "sandbox-tradedesk-advertiser-secret, 401, AuthenticationFailed",
    "somebody, 401, AuthenticationFailed",
    "'', 401, AuthenticationFailed"
  })
  void tokens_that_are_not_good_are_refused(String token, int status, String code)
      throws IOException {
    HttpResponse<String> answer = running.post(PATH, ORDER, "TTD-Auth", token);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("ErrorCode").asText()).isEqualTo(code);
    assertThat(counters().kept()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UID2 | \"*\" | InvalidUserIdTypeOrUserId",
        "UID2 | \"short\" | InvalidUserIdTypeOrUserId",
        "EUID | \"1P4ELYX3K2kiFwGXMCqROlWBJ2DIx1IUgAb+0k/b9I0=\" | InvalidUserIdTypeOrUserId",
        "TDID | \"00000000-0000-0000-0000-000000000000\" | MissingOrInvalidTDIDAndImpressionId",
        "DAID | \"A9342D1F-69F1-4BF8-BC2B-1F20EB451F21\" | InvalidUserIdTypeOrUserId",
        "RampID | \"x\" | InvalidUserIdTypeOrUserId",
        "TrackingTagId | \"tag9999\" | MissingOrInvalidTrackingTagId",
        "TimestampUtc | \"2026-11-18 15:09:26\" | InvalidTimestamp",
        "TimestampUtc | \"2026-11-18T15:09:26+00:00\" | InvalidTimestamp",
        "TimestampUtc | 1795014566 | InvalidTimestamp",
        "TimestampUtc | \"2026-02-30T15:09:26Z\" | InvalidTimestamp",
        "TimestampUtc | \"2026-10-21T11:59:59Z\" | InvalidTimestamp",
        "TimestampUtc | \"2026-11-20T13:00:01Z\" | InvalidTimestamp",
        "MerchantId | 11001 | InvalidMerchantId",
        "MerchantId | \"99\" | InvalidMerchantId",
        "Value | 64.3 | ItemDeserializationError",
        "Value | \"$64.30\" | ItemDeserializationError",
        "ValueCurrency | \"usd\" | ItemDeserializationError",
        "Country | \"US\" | ItemDeserializationError",
        "Country | \"CHN\" | ChinaPII",
        "EventName | \"Purchase\" | ItemDeserializationError",
        "StoreId | \"S-014\" | ItemDeserializationError",
        "City | null | ItemDeserializationError",
        "City | \"\" | ItemDeserializationError",
        "City | \"jane@example.com\" | ItemDeserializationError",
        "LineItems | [{\"cat\":\"Tops\"}] | ItemDeserializationError",
        "LineItems | [{\"item_code\":\"A\",\"qty\":2}] | ItemDeserializationError",
        "LineItems | [{\"item_code\":\"A\",\"sku\":\"2\"}] | ItemDeserializationError",
        "PrivacySettings | [{\"privacy_type\":\"GDPR\",\"is_applicable\":1}] |"
            + " ItemDeserializationError",
        "PrivacySettings | [{\"is_applicable\":\"1\"}] | ItemDeserializationError"
      })
  void a_bad_item_fails_by_its_number_counted_from_one(String member, String value, String code)
      throws IOException {
    String body = changed(ORDER, "/Items/1/" + member, value);
    if (member.equals("Country")) {
      body = changed(body, "/Items/1/Region", "\"WA\"");
    }
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode line = json(answer).at("/FailedLines/0");
    assertThat(line.path("ItemNumber")).hasToString("\"2\"");
    assertThat(line.path("ErrorCode").asText()).isEqualTo(code);
    assertThat(line.path("Message").asText()).endsWith("item #2");
    assertThat(line.path("OrderId").asText()).isEqualTo("SO-200234");
    assertThat(counters().kept()).isEqualTo(1);
    assertThat(counters().refused()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-26T12:00:00Z", "2026-11-18T15:09:26.231Z"})
  void times_within_the_window_are_taken(String time) throws IOException {
    assertThat(failed(changed(ORDER, "/Items/1/TimestampUtc", "\"" + time + "\""))).isEmpty();
  }

  @Test
  void an_item_needs_an_identifier_and_its_region() throws IOException {
    assertThat(failed(without(ORDER, "/Items/0/UID2")).at("/0/ErrorCode").asText())
        .isEqualTo("MissingOrInvalidTDIDAndImpressionId");
    assertThat(failed(without(ORDER, "/Items/0/Region")).at("/0/ErrorCode").asText())
        .isEqualTo("ItemDeserializationError");
    assertThat(failed(without(ORDER, "/Items/0/TrackingTagId")).at("/0/ErrorCode").asText())
        .isEqualTo("MissingOrInvalidTrackingTagId");
  }

  @Test
  void when_no_item_is_good_the_answer_is_400() throws IOException {
    HttpResponse<String> answer = post(DEVICE.formatted(",\"x\":\"y\""));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("FailedLines")).hasSize(1);
  }

  @Test
  void plain_personal_data_is_counted_and_never_repeated() throws IOException {
    post(changed(ORDER, "/Items/0/OrderId", "\"jane@example.com\""));
    assertThat(counters().personalData()).isEqualTo(1);
    assertThat(running.sandbox().refusals("tradedesk", 1).get(0).reason()).doesNotContain("jane");
  }

  @Test
  void arrays_of_ids_need_their_format_and_only_valid_pairs() throws IOException {
    String pairs =
        "[[\"2\",\"1P4ELYX3K2kiFwGXMCqROlWBJ2DIx1IUgAb+0k/b9I0=\"],"
            + "[\"0\",\"00000000-0000-4000-8000-000000000001\"]]";
    String body = without(changed(ORDER, "/Items/0/UserIdArray", pairs), "/Items/0/UID2");
    assertThat(failed(body).at("/0/ErrorCode").asText()).isEqualTo("InvalidUserIdTypeOrUserId");
    String declared = changed(body, "/UserIdArrayMetadataFormat", "[\"type\",\"id\"]");
    assertThat(failed(declared)).isEmpty();
    assertThat(failed(declared.replace("\"0\",\"0", "\"9\",\"0")).at("/0/ItemNumber").asText())
        .isEqualTo("1");
  }

  @Test
  void the_root_is_closed_and_the_provider_must_be_known() throws IOException {
    assertThat(post(changed(ORDER, "/AdvertiserId", "\"a\"")).statusCode()).isEqualTo(400);
    assertThat(post("{").statusCode()).isEqualTo(400);
    HttpResponse<String> foreign = post(ORDER.replace("acmeoffline", "amperity"));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("cannot create offline conversion data");
    assertThat(running.post("/tradedesk/x", ORDER).body()).contains("EndpointNotConfigured");
    assertThat(counters().refused()).isEqualTo(4);
  }

  @Test
  void items_are_one_when_order_value_and_identifier_agree() throws IOException {
    post(ORDER);
    post(ORDER);
    assertThat(counters().duplicates()).isEqualTo(2);
    post(ORDER.replace("64.30", "65.30"));
    assertThat(counters().kept()).isEqualTo(4);
    post(DEVICE.formatted(""));
    post(DEVICE.formatted(""));
    assertThat(counters().kept()).as("without an order id nothing is recognised").isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "message", "order", "nothing"})
  void failed_lines_can_be_named_in_many_ways(String how) throws IOException {
    inject(
        Injection.next("partial")
            .with("indexes", List.of(1))
            .with("named_by", how)
            .with("status", 400)
            .with("code", "InvalidUserIdTypeOrUserId"));
    HttpResponse<String> answer = post(ORDER);
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode line = json(answer).at("/FailedLines/0");
    assertThat(line.has("ItemNumber")).isEqualTo(how.equals("number"));
    assertThat(line.path("Message").asText().contains("#2"))
        .isEqualTo(how.equals("number") || how.equals("message"));
    assertThat(line.has("OrderId")).isEqualTo(!how.equals("nothing"));
    assertThat(counters().kept()).isEqualTo(1);
  }

  @Test
  void size_limits_can_be_lowered() throws IOException {
    inject(Injection.next("too_large").with("items", 1));
    HttpResponse<String> answer = post(ORDER);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(json(answer).path("ErrorCode").asText()).isEqualTo("MaxRequestSizeExceeded");
    assertThat(post(ORDER + " ".repeat(2_500_000)).statusCode()).isEqualTo(413);
    assertThat(counters().kept()).isZero();
  }

  @Test
  void other_answers_can_be_asked_for() throws IOException {
    inject(Injection.next("throttle").with("retry_after", 7));
    HttpResponse<String> slow = post(ORDER);
    assertThat(slow.statusCode()).isEqualTo(429);
    assertThat(slow.headers().firstValue("Retry-After")).hasValue("7");
    inject(Injection.next("throttle").with("code", 503));
    assertThat(post(ORDER).statusCode()).isEqualTo(503);
    inject(Injection.next("plain").with("status", 502).with("text", "bad gateway"));
    assertThat(post(ORDER).body()).isEqualTo("bad gateway");
    inject(Injection.next("error").with("message", "invalid token"));
    assertThat(post(ORDER).statusCode()).isEqualTo(400);
    inject(Injection.next("poison").with("event_id", "SO-200234"));
    assertThat(failed(ORDER)).hasSize(2);
    assertThat(counters().kept()).isZero();
    inject(Injection.next("null_lines"));
    assertThat(post(DEVICE.formatted("")).body()).isEqualTo("{\"FailedLines\":null}");
    inject(Injection.next("empty_answer"));
    assertThat(post(DEVICE.formatted("")).body()).isEqualTo("{}");
    inject(Injection.next("drop_after_store"));
    assertThatThrownBy(() -> post(DEVICE.formatted(""))).isInstanceOf(IOException.class);
    assertThat(counters().kept()).isEqualTo(3);
  }
}
