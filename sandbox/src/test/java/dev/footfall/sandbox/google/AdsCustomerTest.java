package dev.footfall.sandbox.google;

import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The customer behind the uploads: its managers, settings and conversion actions; faults. */
class AdsCustomerTest extends AdsVisit {
  private static final String SEARCH = CUSTOMER + "/googleAds:searchStream";
  private static final String MUTATE = CUSTOMER + "/conversionActions:mutate";

  private void inject(Injection injection) {
    running.sandbox().inject("google", injection);
  }

  @Test
  void customers_managers_and_versions_must_be_right() throws IOException {
    assertThat(running.post(UPLOAD.replace("v25", "v21"), ORDERS, TOKEN).body())
        .contains("UNSUPPORTED_VERSION");
    assertThat(running.post(UPLOAD.replace("1234567890", "123-456-7890"), ORDERS, TOKEN).body())
        .contains("INVALID_CUSTOMER_ID");
    assertThat(running.post(UPLOAD.replace("1234567890", "9999999999"), ORDERS, TOKEN).body())
        .contains("USER_PERMISSION_DENIED");
    String[] manager = {TOKEN[0], TOKEN[1], "login-customer-id", "1112223333"};
    assertThat(running.post(UPLOAD, ORDERS, manager).statusCode()).isEqualTo(200);
    String[] hyphens = {TOKEN[0], TOKEN[1], "login-customer-id", "111-222-3333"};
    assertThat(running.post(UPLOAD, ORDERS, hyphens).statusCode()).isEqualTo(400);
    String[] stranger = {TOKEN[0], TOKEN[1], "login-customer-id", "9999999999"};
    assertThat(running.post(UPLOAD, ORDERS, stranger).statusCode()).isEqualTo(403);
  }

  @Test
  void settings_of_the_customer_can_be_searched() throws IOException {
    String query =
        "{\"query\":\"SELECT customer.id,"
            + " customer.conversion_tracking_setting.google_ads_conversion_customer,"
            + " customer.conversion_tracking_setting.conversion_tracking_status,"
            + " customer.conversion_tracking_setting.accepted_customer_data_terms,"
            + " customer.conversion_tracking_setting.enhanced_conversions_for_leads_enabled FROM"
            + " customer\"}";
    JsonNode answer = json(running.post(SEARCH, query, TOKEN));
    assertThat(answer.isArray()).isTrue();
    JsonNode setting = answer.at("/0/results/0/customer/conversionTrackingSetting");
    assertThat(setting.path("acceptedCustomerDataTerms").booleanValue()).isTrue();
    assertThat(setting.path("googleAdsConversionCustomer").asText())
        .isEqualTo("customers/1234567890");
    inject(Injection.next("terms").striking("search"));
    assertThat(
            json(running.post(SEARCH, query, TOKEN))
                .findValue("acceptedCustomerDataTerms")
                .booleanValue())
        .isFalse();
    HttpResponse<String> bad =
        running.post(SEARCH, query.replace("customer.id", "customer.x"), TOKEN);
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(json(bad).at("/0/error/code").asInt()).isEqualTo(400);
  }

  private JsonNode action(String name) throws IOException {
    String query =
        "{\"query\":\"SELECT conversion_action.id, conversion_action.name,"
            + " conversion_action.resource_name, conversion_action.type, conversion_action.status,"
            + " conversion_action.owner_customer FROM conversion_action WHERE"
            + " conversion_action.name = '"
            + name
            + "'\"}";
    HttpResponse<String> answer = running.post(SEARCH, query, TOKEN);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).at("/0/results/0/conversionAction");
  }

  @Test
  void actions_are_looked_up_created_and_fresh_for_six_hours() throws IOException {
    assertThat(action("Store purchases").path("id")).hasToString("\"987654321\"");
    assertThat(action("Ada\\\\'s shop").isMissingNode()).isTrue();
    String create =
        "{\"operations\":[{\"create\":{\"name\":\"Ada's"
            + " shop\",\"type\":\"UPLOAD_CLICKS\",\"category\":\"PURCHASE\","
            + "\"status\":\"ENABLED\",\"countingType\":\"MANY_PER_CLICK\"}}]}";
    String resource =
        json(running.post(MUTATE, create, TOKEN)).at("/results/0/resourceName").asText();
    assertThat(action("Ada\\\\'s shop").path("resourceName").asText()).isEqualTo(resource);
    assertThat(running.post(MUTATE, create, TOKEN).body()).contains("DUPLICATE_NAME");
    String id = resource.substring(resource.lastIndexOf('/') + 1);
    assertThat(failure(ORDERS.replace("987654321", id)).toString())
        .contains("TOO_RECENT_CONVERSION_ACTION");
    running.sandbox().clock().stopAt(NOW.plus(Duration.ofHours(6)));
    assertThat(failure(ORDERS.replace("987654321", id)).isMissingNode()).isTrue();
    inject(Injection.next("no_action").striking("search"));
    assertThat(action("Store purchases").isMissingNode()).isTrue();
  }

  @Test
  void faults_can_be_asked_for() throws IOException {
    inject(
        Injection.next("partial")
            .with("indexes", List.of(1))
            .with("code", "conversionUploadError.EVENT_NOT_FOUND"));
    assertThat(failure(ORDERS).toString()).contains("EVENT_NOT_FOUND", "\"index\":1");
    assertThat(counters().kept()).isEqualTo(1);
    inject(Injection.next("partial").with("indexes", List.of(0)).with("without_index", true));
    assertThat(failure(ORDERS.replace("ORD-2001", "ORD-3")).at("/0").has("location")).isFalse();
    inject(Injection.next("not_allowlisted"));
    assertThat(failure(ORDERS)).hasSize(2);
    inject(Injection.next("terms"));
    assertThat(failure(ORDERS).toString()).contains("NOT_ACCEPTED_CUSTOMER_DATA_TERMS");
    inject(Injection.next("throttle").with("retry_after", 30));
    HttpResponse<String> slow = upload(ORDERS);
    assertThat(slow.statusCode()).isEqualTo(429);
    assertThat(json(slow).findValue("retryDelay").asText()).isEqualTo("30s");
    inject(Injection.next("throttle").with("code", "RESOURCE_EXHAUSTED"));
    assertThat(upload(ORDERS).body()).doesNotContain("retryDelay");
    inject(
        Injection.next("error").with("status", 503).with("code", "internalError.TRANSIENT_ERROR"));
    assertThat(upload(ORDERS).body()).contains("TRANSIENT_ERROR", "UNAVAILABLE");
  }
}
