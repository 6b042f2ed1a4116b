package dev.footfall.sandbox.braze;

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
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrazeDoubleTest {
  private static final String TRACK = "/braze/users/track";
  private static final String BULK = "/braze/users/track/bulk";
  private static final String ATTRIBUTES =
      Running.resource(BrazeDoubleTest.class, "attributes.json");
  private static final String PURCHASES = Running.resource(BrazeDoubleTest.class, "purchases.json");
  private static final String NOW = "2026-07-21T09:00:00Z";

  private Running running;

  @BeforeEach
  void start() {
    running = Running.at(NOW);
  }

  @AfterEach
  void stop() {
    running.close();
  }

  private HttpResponse<String> post(String path, String body) throws IOException {
    return running.post(path, body, "Authorization", "Bearer sandbox-braze-key");
  }

  private HttpResponse<String> track(String body) throws IOException {
    return post(TRACK, body);
  }

  private Counters counters() {
    return running.sandbox().counters("braze");
  }

  private void inject(Injection injection) {
    running.sandbox().inject("braze", injection);
  }

  private JsonNode user(String id) {
    return running.sandbox().view("braze", "users", id).orElseThrow();
  }

  private static String attributes(int many, IntFunction<String> object) {
    return IntStream.range(0, many)
        .mapToObj(object)
        .collect(Collectors.joining(",", "{\"attributes\":[", "]}"));
  }

  private static String visits(int many) {
    return attributes(many, i -> "{\"external_id\":\"C-" + i + "\",\"visits\":" + i + "}");
  }

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
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(PURCHASES)));
    assertThat(text.statusCode()).isEqualTo(400);
    assertThat(track("{").statusCode()).isEqualTo(400);
    assertThat(track("[]").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "email | \"jane..doe@example.com\" | The value provided for the 'email' field is not a valid email.",
        "email | \"jane@localhost\" | The value provided for the 'email' field is not a valid email.",
        "email | \"c9a05fd086c1c335f42f180255a199426c7f5c3666de331a030e33fd7169bc39\" | The value provided for the 'email' field is not a valid email.",
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
        "subscription_groups | [{\"subscription_group_id\":\"x\"}] | 'subscription_groups' is not valid",
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

  @Test
  void when_no_object_is_valid_the_request_is_400_with_every_error() throws IOException {
    HttpResponse<String> answer = track("{\"attributes\":[{\"a\":1},{\"external_id\":\"\"}]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("message").asText()).startsWith("Valid data must be provided");
    assertThat(json(answer).path("errors")).hasSize(2);
    assertThat(counters().refused()).isEqualTo(2);
  }

  @Test
  void seventy_five_objects_fit_in_all_arrays_together() throws IOException {
    assertThat(track(visits(75)).statusCode()).isEqualTo(201);
    HttpResponse<String> tooMany = track(visits(76));
    assertThat(tooMany.statusCode()).isEqualTo(400);
    assertThat(json(tooMany).path("message").asText()).contains("Max Input Length Exceeded");
    String mixed = visits(74).replaceFirst("}$", ",") + PURCHASES.substring(1);
    assertThat(json(track(mixed)).path("message").asText()).contains("Max Input Length");
    assertThat(counters().kept()).isEqualTo(75);
  }

  @Test
  void arrays_may_be_mixed_and_keep_their_own_indexes() throws IOException {
    String bad = changed(PURCHASES, "/purchases/1/quantity", "0").substring(1);
    JsonNode answer = json(track(visits(2).replaceFirst("}$", ",") + bad));
    assertThat(answer.path("attributes_processed").asInt()).isEqualTo(2);
    assertThat(answer.path("purchases_processed").asInt()).isEqualTo(3);
    assertThat(answer.at("/errors/0/index").asInt()).isEqualTo(1);
    assertThat(user("external_id:C-1").at("/attributes/visits").asInt()).isEqualTo(1);
  }

  @Test
  void bulk_takes_a_thousand_objects_and_needs_its_own_permission() throws IOException {
    assertThat(post(BULK, visits(1000)).statusCode()).isEqualTo(201);
    assertThat(post(BULK, visits(1001)).statusCode()).isEqualTo(400);
    String oneUser = attributes(101, i -> "{\"external_id\":\"C-1\",\"visits\":" + i + "}");
    assertThat(post(BULK, oneUser).statusCode()).isEqualTo(400);
    String[] trackOnly = {"Authorization", "Bearer sandbox-braze-key-track-only"};
    assertThat(running.post(BULK, visits(1), trackOnly).statusCode()).isEqualTo(403);
    assertThat(running.post(TRACK, visits(1), trackOnly).statusCode()).isEqualTo(201);
  }

  @Test
  void large_objects_and_requests_are_refused() throws IOException {
    String large = "{\"external_id\":\"C-1\",\"note\":\"" + "x".repeat(102_400) + "\"}";
    assertThat(json(track("{\"attributes\":[" + large + ",{\"external_id\":\"C-2\",\"a\":1}]}")))
        .hasToString(
            "{\"message\":\"success\",\"attributes_processed\":1,\"errors\":[{\"type\":"
                + "\"the object is not valid: must have at most 102400 bytes\","
                + "\"input_array\":\"attributes\",\"index\":0}]}");
    assertThat(track(ATTRIBUTES + " ".repeat(4_000_000)).body()).contains("Max Input Length");
  }

  @Test
  void updates_only_pass_over_users_that_are_not_known() throws IOException {
    String update =
        "{\"attributes\":[{\"external_id\":\"C-9\",\"_update_existing_only\":true,\"a\":1}]}";
    assertThat(track(update).body())
        .isEqualTo("{\"message\":\"success\",\"attributes_processed\":1}");
    assertThat(running.sandbox().view("braze", "users", "external_id:C-9")).isEmpty();
    assertThat(counters().refused()).isEqualTo(1);
    track(update.replace("true", "false"));
    track(update.replace("\"a\":1", "\"a\":2"));
    assertThat(user("external_id:C-9").at("/attributes/a").asInt()).isEqualTo(2);
  }

  @Test
  void users_addressed_by_alias_are_only_updated_unless_it_is_said_otherwise() throws IOException {
    String alias = "\"user_alias\":{\"alias_name\":\"L-77\",\"alias_label\":\"loyalty\"}";
    track("{\"attributes\":[{" + alias + ",\"a\":1}]}");
    assertThat(running.sandbox().view("braze", "users", "user_alias:loyalty/L-77")).isEmpty();
    track("{\"attributes\":[{" + alias + ",\"_update_existing_only\":false,\"a\":1}]}");
    assertThat(user("user_alias:loyalty/L-77").at("/attributes/a").asInt()).isEqualTo(1);
    assertThat(track("{\"attributes\":[{\"user_alias\":{\"alias_name\":\"x\"}}]}").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "retry_after, X-Ratelimit-Retry-After, 7",
    "reset_epoch, X-RateLimit-Reset, 1784624407",
    "reset_seconds, X-RateLimit-Reset, 7",
    "standard, Retry-After, 7"
  })
  void throttling_speaks_in_every_header_style(String style, String header, String value)
      throws IOException {
    inject(Injection.next("throttle").with("style", style).with("retry_after", 7));
    HttpResponse<String> answer = track(PURCHASES);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue(header)).hasValue(value);
    assertThat(track(PURCHASES).statusCode()).isEqualTo(201);
  }

  @Test
  void throttling_may_also_give_no_hint() throws IOException {
    inject(Injection.next("throttle").with("style", "none"));
    assertThat(track(PURCHASES).headers().map()).doesNotContainKeys("retry-after");
  }

  @Test
  void partial_failures_name_the_right_index_the_wrong_one_or_none() throws IOException {
    inject(Injection.next("partial").with("indexes", List.of(1)));
    JsonNode right = json(track(PURCHASES));
    assertThat(right.at("/errors/0/index").asInt()).isEqualTo(1);
    assertThat(right.path("purchases_processed").asInt()).isEqualTo(3);
    inject(Injection.next("partial").with("indexes", List.of(0)).with("shift", 10));
    assertThat(json(track(ATTRIBUTES)).at("/errors/0/index").asInt()).isEqualTo(10);
    inject(Injection.next("partial").with("indexes", List.of(0)).with("without_index", true));
    assertThat(json(track(ATTRIBUTES)).at("/errors/0").has("index")).isFalse();
    assertThat(counters().refused()).isEqualTo(3);
  }

  @Test
  void refusals_without_index_can_follow_one_user_through_the_halves() throws IOException {
    inject(Injection.next("no_index").with("user", "C-2002").times(Injection.ALWAYS));
    assertThat(track(ATTRIBUTES).statusCode()).isEqualTo(400);
    assertThat(track(ATTRIBUTES.replace("C-2002", "C-2003")).statusCode()).isEqualTo(201);
    assertThat(counters().refused()).isEqualTo(2);
  }

  @Test
  void maintenance_and_unclear_answers_store_all_the_same() throws IOException {
    inject(Injection.next("queued"));
    HttpResponse<String> queued = track(PURCHASES);
    assertThat(queued.statusCode()).isEqualTo(202);
    assertThat(queued.body()).isEqualTo("{\"message\":\"queued\"}");
    inject(Injection.next("unclear").with("body", "{}"));
    assertThat(track(PURCHASES).body()).isEqualTo("{}");
    assertThat(counters().kept()).isEqualTo(8);
  }

  @Test
  void errors_and_lost_answers_can_be_asked_for() throws IOException {
    inject(Injection.next("error").with("status", 403).with("message", "Plan is inactive"));
    assertThat(json(track(PURCHASES)).path("message").asText()).isEqualTo("Plan is inactive");
    inject(Injection.next("drop_after_store"));
    assertThatThrownBy(() -> track(PURCHASES)).isInstanceOf(IOException.class);
    assertThat(counters().kept()).isEqualTo(4);
    inject(Injection.next("status").with("status", 503));
    assertThat(track(PURCHASES).statusCode()).isEqualTo(503);
    inject(Injection.next("poison").with("event_id", "C-2001"));
    assertThat(json(track(PURCHASES)).at("/errors/0/type").asText()).contains("blacklisted");
  }

  @Test
  void pace_is_counted() throws IOException {
    track(PURCHASES);
    track(PURCHASES);
    assertThat(json(running.get("/_control/braze/pace")).path("most_in_a_second").asInt())
        .isEqualTo(2);
  }

  @Test
  void users_outlive_the_sandbox_in_a_folder(@TempDir Path folder) throws IOException {
    SandboxOptions kept = SandboxOptions.defaults().keepingIn(folder);
    try (Running first = Running.with(kept)) {
      first.post(TRACK, PURCHASES, "Authorization", "Bearer sandbox-braze-key");
    }
    try (Running second = Running.with(kept)) {
      assertThat(second.sandbox().view("braze", "users", "external_id:C-2001")).isPresent();
      second.sandbox().reset();
      assertThat(second.sandbox().view("braze", "users", "external_id:C-2001")).isEmpty();
    }
  }
}
