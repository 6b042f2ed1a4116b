package dev.footfall.sandbox.braze;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static dev.footfall.sandbox.Running.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrazeDoubleTest extends BrazeVisit {
  @Test
  void worked_example_of_attributes_changes_profiles() throws IOException {
    HttpResponse<String> answer = track(ATTRIBUTES);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("{\"message\":\"success\",\"attributes_processed\":2}");
    assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).hasValue("2999");
    JsonNode profile = user("external_id:C-2001").path("attributes");
    assertThat(profile.path("first_name").asText()).isEqualTo("Ana María");
    assertThat(profile.path("last_store_order_value").decimalValue()).isEqualByComparingTo("84.5");
    assertThat(profile.has("external_id")).isFalse();
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(counters().personalData()).isZero();
  }

  @Test
  void worked_example_of_purchases_adds_up_and_is_never_recognised() throws IOException {
    assertThat(track(PURCHASES).body())
        .isEqualTo("{\"message\":\"success\",\"purchases_processed\":4}");
    assertThat(counters().repeated()).as("split quantities look alike").isZero();
    track(PURCHASES);
    assertThat(counters().repeated()).isEqualTo(4);
    JsonNode revenue = json(running.get("/_control/braze/revenue")).path("revenue");
    assertThat(revenue.path("USD").decimalValue()).isEqualByComparingTo("170");
    assertThat(revenue.path("JPY").decimalValue()).isEqualByComparingTo("2500000");
    assertThat(user("external_id:C-2002").path("purchases").asInt()).isEqualTo(6);
  }

  @Test
  void attributes_merge_and_null_removes() throws IOException {
    track(ATTRIBUTES);
    track(
        "{\"attributes\":[{\"external_id\":\"C-2001\",\"gender\":null,\"loyalty_member\":false}]}");
    JsonNode profile = user("external_id:C-2001").path("attributes");
    assertThat(profile.has("gender")).isFalse();
    assertThat(profile.path("loyalty_member").booleanValue()).isFalse();
    assertThat(profile.path("country").asText()).isEqualTo("US");
    assertThat(counters().repeated()).isZero();
  }

  @Test
  void an_empty_array_proves_the_key_and_changes_nothing() throws IOException {
    HttpResponse<String> probe = track("{\"attributes\":[]}");
    assertThat(probe.statusCode()).isEqualTo(400);
    assertThat(json(probe).path("message").asText()).startsWith("Valid data must be provided");
    assertThat(counters().received()).isZero();
    assertThat(running.sandbox().refusals("braze", 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox-braze-key-revoked, 401",
    "sandbox-braze-key-no-permission, 403",
    "sandbox-braze-key-inactive, 403",
    "somebody-else, 401",
    "'', 401"
  })
  void keys_that_are_not_good_are_refused(String key, int status) throws IOException {
    HttpResponse<String> answer = running.post(TRACK, PURCHASES, "Authorization", "Bearer " + key);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).path("message").asText()).isNotEmpty();
    assertThat(counters().kept()).isZero();
  }

  @Test
  void the_key_never_travels_in_the_body() throws IOException {
    HttpResponse<String> answer = track(changed(PURCHASES, "/api_key", "\"sandbox-braze-key\""));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("message").asText()).isEqualTo("api_key: is not a key known here");
    assertThat(counters().refused()).isEqualTo(4);
  }

  @Test
  void paths_methods_and_types_are_looked_at() throws IOException {
    assertThat(post("/braze/users/tracks", PURCHASES).statusCode()).isEqualTo(404);
    assertThat(running.get(TRACK, "Authorization", "Bearer sandbox-braze-key").statusCode())
        .isEqualTo(405);
    HttpResponse<String> text =
        running.send(
            TRACK,
            request ->
                request
                    .header("Authorization", "Bearer sandbox-braze-key")
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString(PURCHASES)));
    assertThat(text.statusCode()).isEqualTo(400);
    assertThat(track("{").statusCode()).isEqualTo(400);
    assertThat(track("[]").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "email | \"jane..doe@example.com\" | The value provided for the 'email' field is not a"
            + " valid email.",
        "email | \"jane@localhost\" | The value provided for the 'email' field is not a valid"
            + " email.",
        "email | \"c9a05fd086c1c335f42f180255a199426c7f5c3666de331a030e33fd7169bc39\" | The value"
            + " provided for the 'email' field is not a valid email.",
        "phone | \"2065550134\" | 'phone' is not valid",
        "phone | 12065550134 | 'phone' is not valid",
        "country | \"USA\" | 'country' is not valid",
        "country | \"us\" | 'country' is not valid",
        "dob | \"02/29/1988\" | 'dob' is not valid",
        "dob | \"1988-02-30\" | 'dob' is not valid",
        "gender | \"Female\" | 'gender' is not valid",
        "language | \"en-US\" | 'language' is not valid",
        "time_zone | \"EST\" | 'time_zone' is not valid",
        "email_subscribe | \"yes\" | 'email_subscribe' is not valid",
        "email_open_tracking_disabled | \"true\" | 'email_open_tracking_disabled' is not valid",
        "date_of_first_session | \"2026-07-19\" | 'date_of_first_session' is not valid",
        "current_location | {\"longitude\":181,\"latitude\":0} | 'current_location' is not valid",
        "subscription_groups | [{\"subscription_group_id\":\"x\"}] | 'subscription_groups' is not"
            + " valid",
        "first_name | \" \" | 'first_name' is not valid",
        "_update_existing_only | \"false\" | '_update_existing_only' is not valid",
        "nested | {\"a\":null} | 'nested' is not valid",
        "$name | 1 | '?' is not valid",
        "braze_id | \"b\" | 'external_id', 'braze_id', 'user_alias', 'email' or 'phone' is required"
      })
  void a_bad_attribute_object_fails_alone(String field, String value, String words)
      throws IOException {
    String bad = "{\"external_id\":\"C-1\",\"" + field + "\":" + value + "}";
    HttpResponse<String> answer =
        track("{\"attributes\":[{\"external_id\":\"C-0\",\"a\":1}," + bad + "]}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).path("attributes_processed").asInt()).isEqualTo(1);
    JsonNode error = json(answer).at("/errors/0");
    assertThat(error.path("type").asText()).isEqualTo(words);
    assertThat(error.path("input_array").asText()).isEqualTo("attributes");
    assertThat(error.path("index").asInt()).isEqualTo(1);
    assertThat(counters().kept()).isEqualTo(1);
    assertThat(counters().refused()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"email\":\"jane.doe+vip@example.com\"",
        "\"email\":\"o'brien@example.ie\"",
        "\"email\":\"user@xn--bcher-kva.example\"",
        "\"phone\":\"+442079460018\"",
        "\"phone\":\"+15551234567\"",
        "\"country\":\"CI\"",
        "\"gender\":\"P\"",
        "\"dob\":\"1988-02-29\"",
        "\"home_city\":\"São Paulo\"",
        "\"language\":\"pt\",\"time_zone\":\"America/Sao_Paulo\"",
        "\"push_subscribe\":\"opted_in\"",
        "\"last email\":\"jane.doe@example.com\"",
        "\"stores\":[\"WA-1\",\"WA-1\"],\"sizes\":{\"shoe\":42.5}",
        "\"stores\":[]",
        "\"current_location\":{\"longitude\":-122.3,\"latitude\":47.6}"
      })
  void normalised_values_are_taken(String fields) throws IOException {
    assertThat(track("{\"attributes\":[{\"external_id\":\"C-1\"," + fields + "}]}").statusCode())
        .isEqualTo(201);
    assertThat(counters().kept()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "quantity | 0 | 'quantity' is not valid",
        "quantity | 101 | 'quantity' is not valid",
        "quantity | 1.5 | 'quantity' is not valid",
        "quantity | \"2\" | 'quantity' is not valid",
        "price | \"42.5\" | 'price' is not valid",
        "currency | \"usd\" | 'currency' is not valid",
        "currency | \"XYZ\" | 'currency' is not valid",
        "currency | \"840\" | 'currency' is not valid",
        "time | 1784541600 | 'time' is not valid",
        "time | \"2026-07-20\" | 'time' is not valid",
        "time | \"2026-02-30T10:00:00Z\" | 'time' is not valid",
        "time | \"2026-07-20T10:00:00\" | 'time' is not valid",
        "product_id | \"\" | 'product_id' is not valid",
        "order_id | \"S-1\" | 'order_id' is not valid",
        "properties | {\"note\":null} | 'properties' is not valid"
      })
  void a_bad_purchase_fails_alone(String field, String value, String words) throws IOException {
    HttpResponse<String> answer = track(changed(PURCHASES, "/purchases/2/" + field, value));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).path("purchases_processed").asInt()).isEqualTo(3);
    assertThat(json(answer).at("/errors/0").toString())
        .isEqualTo("{\"type\":\"" + words + "\",\"input_array\":\"purchases\",\"index\":2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-19.99", "0", "42.5", "5000"})
  void prices_may_be_zero_or_negative(String price) throws IOException {
    assertThat(track(changed(PURCHASES, "/purchases/0/price", price)).body())
        .doesNotContain("errors");
  }

  @Test
  void quantity_may_be_left_out_and_counts_as_one() throws IOException {
    track(without(PURCHASES, "/purchases/0/quantity"));
    assertThat(user("external_id:C-2001").at("/revenue/USD").decimalValue())
        .isEqualByComparingTo("42.5");
  }

  @Test
  void plain_personal_data_in_a_product_is_counted() throws IOException {
    track(changed(PURCHASES, "/purchases/0/product_id", "\"jane@example.com\""));
    assertThat(counters().personalData()).isEqualTo(1);
    assertThat(running.sandbox().refusals("braze", 1).get(0).reason()).doesNotContain("jane");
  }
}
