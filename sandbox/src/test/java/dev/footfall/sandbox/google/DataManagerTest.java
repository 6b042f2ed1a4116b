package dev.footfall.sandbox.google;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
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

/** The default of Google's two intakes: one bad event refuses its request. */
class DataManagerTest {
  private static final String INGEST = "/google/v1/events:ingest";
  private static final String STATUS = "/google/v1/requestStatus:retrieve?requestId=";
  private static final String[] TOKEN = {"Authorization", "Bearer sandbox-google-token"};
  private static final String ORDERS = Running.resource(DataManagerTest.class, "ingest.json");
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

  @AutoClose private final Running running = Running.at(NOW.toString());

  private HttpResponse<String> ingest(String body) throws IOException {
    return running.post(INGEST, body, TOKEN);
  }

  private JsonNode violation(String body) throws IOException {
    HttpResponse<String> answer = ingest(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return json(answer).findValue("fieldViolations").path(0);
  }

  private JsonNode status(String id) throws IOException {
    return json(running.get(STATUS + id, TOKEN)).at("/requestStatusPerDestination/0");
  }

  private Counters counters() {
    return running.sandbox().counters("google");
  }

  private void inject(Injection injection) {
    running.sandbox().inject("google", injection);
  }

  @Test
  void worked_example_is_kept() throws IOException {
    HttpResponse<String> answer = ingest(ORDERS);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(json(answer).path("requestId").asText()).isNotEmpty();
    assertThat(json(answer).has("fieldWarnings")).isFalse();
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(running.sandbox().events("google", 1).get(0).target())
        .isEqualTo("1234567890/987654321");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/events/1/eventTimestamp | \"2026-11-20 15:53:20\" | events.events[1].event_timestamp |"
            + " INVALID_FORMAT",
        "/events/1/eventTimestamp | \"2026-02-30T15:53:20Z\" | events.events[1].event_timestamp |"
            + " EVENT_TIME_INVALID",
        "/events/1/eventTimestamp | \"2026-08-20T15:53:20Z\" | events.events[1].event_timestamp |"
            + " EVENT_TIME_INVALID",
        "/events/0/eventTimestamp | \"2026-09-18T15:53:20Z\" | events.events[0].event_timestamp |"
            + " EVENT_TIME_INVALID",
        "/events/1/eventTimestamp | \"2026-11-21T09:06:00Z\" | events.events[1].event_timestamp |"
            + " EVENT_TIME_INVALID",
        "/events/1/eventSource | \"STORE\" | events.events[1].event_source | INVALID_ENUM_VALUE",
        "/events/1/currency | \"eur\" | events.events[1].currency | INVALID_CURRENCY_CODE",
        "/events/1/consent | {\"adUserData\":\"GRANTED\"} | events.events[1].consent.ad_user_data |"
            + " INVALID_ENUM_VALUE",
        "/events/0/userData/userIdentifiers/1/phoneNumber | \"16505551212\" |"
            + " events.events[0].user_data.user_identifiers[1].phone_number | INVALID_HEX_ENCODING",
        "/events/0/userData/userIdentifiers/1/emailAddress | \"aa\" |"
            + " events.events[0].user_data.user_identifiers[1].email_address |"
            + " INVALID_HEX_ENCODING",
        "/events/0/cartData/merchantId | \"STORE-12\" | events.events[0].cart_data.merchant_id |"
            + " INVALID_MERCHANT_ID",
        "/events/0/cartData/merchantFeedLanguageCode | \"EN\" |"
            + " events.events[0].cart_data.merchant_feed_language_code |"
            + " INVALID_MERCHANT_FEED_LANGUAGE_CODE",
        "/events/1/adIdentifiers/gclid | \"short\" | events.events[1].ad_identifiers.gclid |"
            + " INVALID_FORMAT",
        "/events/1/adIdentifiers | {\"gbraid\":\"0AAAAAExample\",\"wbraid\":\"Cj8KExample_w\"} |"
            + " events.events[1].ad_identifiers | INVALID_EVENT",
        "/destinations/0/productDestinationId | \"111\" | destinations[0].product_destination_id |"
            + " INVALID_CONVERSION_ACTION_ID",
        "/destinations/0/productDestinationId | \"987654323\" |"
            + " destinations[0].product_destination_id | INVALID_CONVERSION_ACTION_ID",
        "/destinations/0/productDestinationId | \"987654322\" | destinations[0] |"
            + " EVENT_SOURCE_AND_DESTINATION_MISMATCH",
        "/destinations/0/operatingAccount/accountId | \"2223334444\" | destinations[0] |"
            + " INVALID_DESTINATION",
        "/destinations/0/operatingAccount/accountId | \"123-456-7890\" |"
            + " destinations[0].operating_account.account_id | INVALID_DESTINATION",
        "/destinations/0/loginAccount/accountId | \"9999999999\" | destinations[0] |"
            + " INVALID_DESTINATION"
      })
  void a_violation_names_its_field_and_reason_and_stores_nothing(
      String pointer, String value, String field, String reason) throws IOException {
    JsonNode violation = violation(changed(ORDERS, pointer, value));
    assertThat(violation.path("field").asText()).isEqualTo(field);
    assertThat(violation.path("reason").asText()).isEqualTo(reason);
    assertThat(counters().kept()).isZero();
    assertThat(counters().refused()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/events/0/orderId | \"x\"",
        "/events/0/conversionValue | \"73.31\"",
        "/events/0/cartData/items/0/quantity | 1",
        "/events/0/transactionId | 2001",
        "/events/0/currency | null",
        "/validateOnly | \"false\"",
        "/jobId | 1"
      })
  void what_cannot_be_parsed_is_refused_without_a_reason(String pointer, String value)
      throws IOException {
    JsonNode violation = violation(changed(ORDERS, pointer, value));
    assertThat(violation.path("field").asText()).isNotEmpty();
    assertThat(violation.has("reason")).isFalse();
  }

  @Test
  void every_bad_event_is_named_at_once() throws IOException {
    String bad =
        changed(changed(ORDERS, "/events/0/currency", "\"x\""), "/events/1/currency", "\"x\"");
    assertThat(json(ingest(bad)).findValue("fieldViolations")).hasSize(2);
  }

  @Test
  void identity_and_encoding_are_needed() throws IOException {
    assertThat(violation(without(ORDERS, "/events/0/userData")).path("reason").asText())
        .isEqualTo("NO_IDENTIFIERS_PROVIDED");
    assertThat(violation(without(ORDERS, "/encoding")).path("field").asText())
        .isEqualTo("encoding");
    assertThat(ingest(without(ORDERS, "/events/1/userData")).statusCode()).isEqualTo(200);
    assertThat(ingest(without(ORDERS, "/destinations/0/loginAccount")).statusCode()).isEqualTo(200);
  }

  @Test
  void plain_personal_data_is_refused_and_counted() throws IOException {
    JsonNode violation =
        violation(
            changed(
                ORDERS,
                "/events/0/userData/userIdentifiers/0/emailAddress",
                "\"ada@example.com\""));
    assertThat(violation.path("reason").asText()).isEqualTo("INVALID_HEX_ENCODING");
    violation(changed(ORDERS, "/events/0/transactionId", "\"ada@example.com\""));
    assertThat(counters().personalData()).isEqualTo(2);
    assertThat(running.sandbox().refusals("google", 2).toString()).doesNotContain("ada@");
  }

  @Test
  void store_sales_need_a_store_and_may_carry_an_address() throws IOException {
    String hash = "\"" + "a".repeat(64) + "\"";
    String address =
        "{\"address\":{\"givenName\":"
            + hash
            + ",\"familyName\":"
            + hash
            + ",\"regionCode\":\"US\",\"postalCode\":\"94105\"}}";
    String sales =
        changed(ORDERS, "/destinations/0/productDestinationId", "\"987654322\"")
            .replace("\"WEB\"", "\"IN_STORE\"");
    assertThat(violation(sales).path("field").asText()).contains("store_id");
    String complete = changed(sales, "/events/0/eventLocation", "{\"storeId\":\"S-1\"}");
    complete = changed(complete, "/events/1/eventLocation", "{\"storeId\":\"S-1\"}");
    complete = changed(complete, "/events/0/userData/userIdentifiers/0", address);
    HttpResponse<String> answer = ingest(complete);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void duplicates_are_answered_well_and_told_half_an_hour_later() throws IOException {
    String first = json(ingest(ORDERS)).path("requestId").asText();
    String second = json(ingest(ORDERS.replace("ORD-2002", "ORD-2003"))).path("requestId").asText();
    assertThat(counters().duplicates()).isEqualTo(1);
    assertThat(status(first).path("requestStatus").asText()).isEqualTo("PROCESSING");
    running.sandbox().clock().stopAt(NOW.plus(Duration.ofMinutes(30)));
    assertThat(status(first).path("requestStatus").asText()).isEqualTo("SUCCESS");
    JsonNode partial = status(second);
    assertThat(partial.path("requestStatus").asText()).isEqualTo("PARTIAL_SUCCESS");
    assertThat(partial.at("/errorInfo/errorCounts/0").toString())
        .isEqualTo(
            "{\"recordCount\":\"1\",\"reason\":\"PROCESSING_ERROR_REASON_DUPLICATE_TRANSACTION_ID\"}");
    assertThat(running.get(STATUS + "unknown", TOKEN).statusCode()).isEqualTo(404);
  }

  @Test
  void diagnostics_can_be_told_what_to_say() throws IOException {
    String id = json(ingest(ORDERS)).path("requestId").asText();
    inject(
        Injection.next("request_status")
            .striking("diagnostics")
            .with("status", "PARTIAL_SUCCESS")
            .with("reason", "TOO_RECENT_CLICK")
            .with("records", 2));
    assertThat(status(id).at("/errorInfo/errorCounts/0/reason").asText())
        .isEqualTo("PROCESSING_ERROR_REASON_TOO_RECENT_CLICK");
    inject(Injection.next("request_status").striking("diagnostics").with("status", "PROCESSING"));
    assertThat(status(id).has("errorInfo")).isFalse();
  }

  @Test
  void validate_only_stores_nothing_and_cannot_be_asked_about() throws IOException {
    HttpResponse<String> answer = ingest(changed(ORDERS, "/validateOnly", "true"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(counters().test()).isEqualTo(2);
    String id = json(answer).path("requestId").asText();
    assertThat(running.get(STATUS + id, TOKEN).statusCode()).isEqualTo(404);
  }

  @Test
  void carts_beside_a_braid_draw_a_warning() throws IOException {
    String braid = changed(ORDERS, "/events/0/adIdentifiers", "{\"gbraid\":\"0AAAAAExample\"}");
    assertThat(json(ingest(braid)).at("/fieldWarnings/0/reason").asText())
        .isEqualTo("WARNING_REASON_CART_DATA_NOT_SUPPORTED_WITH_GBRAID_OR_WBRAID");
    inject(Injection.next("warning"));
    assertThat(json(ingest(ORDERS)).at("/fieldWarnings/0/field").asText())
        .isEqualTo("events[0].cart_data");
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-google-token-expired, 401",
    "sandbox-google-token-revoked, 401",
    "sandbox-google-token-no-permission, 403",
    "sandbox-google-token-terms, 403",
    "nobody, 401"
  })
  void tokens_that_are_not_good_are_refused(String token, int status) throws IOException {
    assertThat(running.post(INGEST, ORDERS, "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(status);
  }

  @Test
  void faults_can_be_asked_for() throws IOException {
    inject(Injection.next("terms"));
    assertThat(violation(ORDERS).path("reason").asText()).endsWith("TERMS_NOT_SIGNED");
    inject(Injection.next("violation").with("field", "events[1].currency"));
    assertThat(violation(ORDERS).path("field").asText()).isEqualTo("events[1].currency");
    inject(Injection.next("error").with("status", 403).with("code", "SERVICE_DISABLED"));
    assertThat(ingest(ORDERS).body()).contains("SERVICE_DISABLED");
    inject(Injection.next("throttle"));
    HttpResponse<String> slow = ingest(ORDERS);
    assertThat(slow.statusCode()).isEqualTo(429);
    assertThat(json(slow).at("/error/status").asText()).isEqualTo("RESOURCE_EXHAUSTED");
    inject(Injection.next("status").with("status", 503));
    assertThat(json(ingest(ORDERS)).at("/error/status").asText()).isEqualTo("UNAVAILABLE");
    inject(Injection.next("poison").with("event_id", "ORD-2001"));
    assertThat(violation(ORDERS).path("field").asText()).contains("events[0]");
    running.sandbox().reset();
    inject(Injection.next("drop_after_store"));
    assertThatThrownBy(() -> ingest(ORDERS)).isInstanceOf(IOException.class);
    assertThat(counters().kept()).isEqualTo(2);
  }
}
