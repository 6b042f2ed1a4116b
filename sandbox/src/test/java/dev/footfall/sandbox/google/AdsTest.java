package dev.footfall.sandbox.google;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other of Google's two intakes: bad conversions fail by row. */
class AdsTest extends AdsVisit {
  @Test
  void worked_example_is_kept_and_echoed() throws IOException {
    HttpResponse<String> answer = upload(ORDERS);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).has("partialFailureError")).isFalse();
    assertThat(json(answer).at("/results/1/gclid").asText()).isEqualTo("Cj0KCQiA-Example_gclid");
    assertThat(json(answer).at("/results/0").has("orderId")).isFalse();
    assertThat(counters().kept()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "conversionAction | \"customers/1234567890/conversionActions/1\" |"
            + " NO_CONVERSION_ACTION_FOUND | conversion_action",
        "conversionAction | \"customers/2223334444/conversionActions/987654321\" |"
            + " NO_CONVERSION_ACTION_FOUND | conversion_action",
        "conversionAction | \"987654321\" | NO_CONVERSION_ACTION_FOUND | conversion_action",
        "conversionAction | \"customers/1234567890/conversionActions/987654322\" |"
            + " INVALID_CONVERSION_ACTION_TYPE | conversion_action",
        "conversionDateTime | \"2026-11-20T15:53:20Z\" |"
            + " INVALID_STRING_DATE_TIME_SECONDS_WITH_OFFSET | conversion_date_time",
        "conversionDateTime | \"2026-02-30 15:53:20+00:00\" |"
            + " INVALID_STRING_DATE_TIME_SECONDS_WITH_OFFSET | conversion_date_time",
        "conversionDateTime | \"2026-08-20 15:53:20+00:00\" | EXPIRED_EVENT | conversion_date_time",
        "conversionDateTime | \"2026-11-22 15:53:20+00:00\" | LATER_THAN_MAXIMUM_DATE |"
            + " conversion_date_time",
        "currencyCode | \"EURO\" | UNSUPPORTED | currency_code",
        "orderId | \"ada@example.com\" | ORDER_ID_CONTAINS_PII | order_id",
        "gclid | \"x\" | UNPARSEABLE_GCLID | gclid",
        "userIdentifiers | [{\"hashedEmail\":\"ada@example.com\"}] | INVALID_USER_IDENTIFIER |"
            + " user_identifiers",
        "userIdentifiers | [{\"hashedEmail\":\"aa\"}] | INVALID_USER_IDENTIFIER | user_identifiers",
        "userIdentifiers | [{\"userIdentifierSource\":\"FIRST_PARTY\"}] | INVALID_USER_IDENTIFIER |"
            + " user_identifiers",
        "conversionEnvironment | \"WEB\" | CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE |"
            + " conversion_environment",
        "conversionValue | -1 | INVALID_VALUE | conversion_value"
      })
  void a_bad_conversion_fails_by_its_row(String member, String value, String code, String field)
      throws IOException {
    String body = changed(ORDERS, "/conversions/1/" + member, value);
    HttpResponse<String> answer = upload(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).at("/results/1")).isEmpty();
    assertThat(json(answer).at("/results/0")).isNotEmpty();
    JsonNode error = json(answer).at("/partialFailureError/details/0/errors/0");
    assertThat(error.path("errorCode").iterator().next().asText()).isEqualTo(code);
    assertThat(error.at("/location/fieldPathElements/0").toString())
        .isEqualTo("{\"fieldName\":\"conversions\",\"index\":1}");
    assertThat(error.at("/location/fieldPathElements/1/fieldName").asText()).isEqualTo(field);
    assertThat(counters().kept()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/conversions/0/cartData/merchantId | \"STORE-12\"",
        "/conversions/0/cartData/merchantId | 123456",
        "/conversions/0/cartData/items/0/quantity | \"1\"",
        "/conversions/0/consent/adPersonalization | \"GRANTED\"",
        "/conversions/0/consent/adUserData | \"CONSENT_GRANTED\"",
        "/conversions/0/conversionValue | \"73.31\"",
        "/conversions/0/userIdentifiers/0/userIdentifierSource | \"FIRST\"",
        "/conversions/0/userIpAddress | \"192.0.2.1\"",
        "/conversions/0/orderId | null",
        "/partialFailure | \"true\"",
        "/debug | true"
      })
  void what_cannot_be_parsed_refuses_the_whole_request(String pointer, String value)
      throws IOException {
    HttpResponse<String> answer = upload(changed(ORDERS, pointer, value));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).findValue("fieldViolations").at("/0/field").asText()).isNotEmpty();
    assertThat(counters().kept()).isZero();
    assertThat(counters().refused()).isEqualTo(2);
  }

  @Test
  void partial_failure_mode_is_required_and_two_thousand_fit() throws IOException {
    assertThat(upload(changed(ORDERS, "/partialFailure", "false")).body())
        .contains("PARTIAL_FAILURE_MODE_REQUIRED");
    StringBuilder many = new StringBuilder("{\"partialFailure\":true,\"conversions\":[");
    for (int i = 0; i <= 2000; i++) {
      many.append(i == 0 ? "" : ",")
          .append("{\"conversionAction\":\"customers/1234567890/conversionActions/987654321\",")
          .append("\"gclid\":\"Cj0KCQiA-Example_gclid\",\"orderId\":\"O-" + i + "\",")
          .append("\"conversionDateTime\":\"2026-11-20 15:53:20+00:00\"}");
    }
    assertThat(upload(many + "]}").body()).contains("TOO_MANY_CONVERSIONS_IN_REQUEST");
    int last = many.lastIndexOf(",{");
    assertThat(upload(many.substring(0, last) + "]}").statusCode()).isEqualTo(200);
    assertThat(counters().kept()).isEqualTo(2000);
  }

  @Test
  void identity_braids_and_windows_are_looked_at() throws IOException {
    assertThat(failure(without(ORDERS, "/conversions/0/userIdentifiers")).toString())
        .contains("REQUIRED");
    String braids =
        changed(
            changed(ORDERS, "/conversions/1/gbraid", "\"0AAAAAExample\""),
            "/conversions/1/wbraid",
            "\"Cj8KExample_w\"");
    assertThat(failure(braids).toString()).contains("GBRAID_WBRAID_BOTH_SET");
    String once =
        changed(ORDERS, "/conversions/1/gbraid", "\"0AAAAAExample\"")
            .replace("987654321", "987654324");
    assertThat(failure(once).toString()).contains("ONE_PER_CLICK_CONVERSION_ACTION_NOT_PERMITTED");
    Instant oldest = NOW.minus(Duration.ofDays(63)).minusSeconds(1);
    String old = oldest.toString().replace('T', ' ').replace("Z", "+00:00");
    assertThat(
            failure(changed(ORDERS, "/conversions/0/conversionDateTime", "\"" + old + "\""))
                .toString())
        .contains("EXPIRED_EVENT");
  }

  @Test
  void an_order_counts_once_whichever_api_brought_it() throws IOException {
    upload(ORDERS);
    JsonNode errors = failure(ORDERS);
    assertThat(errors).hasSize(2);
    assertThat(errors.toString()).contains("ORDER_ID_ALREADY_IN_USE");
    assertThat(counters().duplicates()).isEqualTo(2);
    String dm = Running.resource(AdsTest.class, "ingest.json");
    assertThat(running.post("/google/v1/events:ingest", dm, TOKEN).statusCode()).isEqualTo(200);
    assertThat(counters().duplicates()).isEqualTo(4);
    assertThat(counters().kept()).isEqualTo(2);
  }

  @Test
  void an_order_twice_in_a_request_fails_twice() throws IOException {
    JsonNode errors = failure(ORDERS.replace("ORD-2002", "ORD-2001"));
    assertThat(errors).hasSize(2);
    assertThat(errors.at("/0/errorCode/conversionUploadError").asText())
        .isEqualTo("DUPLICATE_ORDER_ID");
    assertThat(counters().kept()).isZero();
  }

  @Test
  void validate_only_answers_without_results_and_stores_nothing() throws IOException {
    HttpResponse<String> answer = upload(changed(ORDERS, "/validateOnly", "true"));
    assertThat(answer.body()).isEqualTo("{}");
    assertThat(counters().test()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-google-token-expired, 401, OAUTH_TOKEN_EXPIRED",
    "sandbox-google-token-revoked, 401, OAUTH_TOKEN_REVOKED",
    "sandbox-google-token-no-permission, 403, USER_PERMISSION_DENIED",
    "sandbox-google-token-terms, 403, MISSING_TOS",
    "nobody, 401, OAUTH_TOKEN_INVALID"
  })
  void tokens_that_are_not_good_are_refused(String token, int status, String code)
      throws IOException {
    HttpResponse<String> answer = running.post(UPLOAD, ORDERS, "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(code);
  }
}
