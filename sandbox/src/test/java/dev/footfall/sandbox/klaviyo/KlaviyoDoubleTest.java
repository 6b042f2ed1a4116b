package dev.footfall.sandbox.klaviyo;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlaviyoDoubleTest extends KlaviyoVisit {
  private static final String FIRST = "/data/attributes/profiles/data/0";

  private JsonNode get(String path) throws IOException {
    return json(running.get("/klaviyo" + path, "Authorization", KEY, "revision", "2026-07-15"));
  }

  private JsonNode profile(String email) {
    return running.sandbox().view("klaviyo", "profiles", email).orElseThrow();
  }

  private void assertPointed(HttpResponse<String> answer, String pointer, String words)
      throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode error = json(answer).at("/errors/0");
    assertThat(error.at("/source/pointer").asText()).isEqualTo(pointer);
    assertThat(error.path("detail").asText()).contains(words);
    assertThat(counters().kept()).isZero();
    assertThat(counters().personalData()).isZero();
  }

  @Test
  void worked_example_opens_a_job_that_completes() throws IOException {
    HttpResponse<String> answer = post(JOBS, TWO);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.headers().firstValue("RateLimit-Remaining")).isPresent();
    assertThat(json(answer).at("/data/attributes/status").asText()).isEqualTo("queued");
    JsonNode job = get(JOBS + "/" + json(answer).at("/data/id").asText());
    assertThat(job.at("/data/attributes/status").asText()).isEqualTo("complete");
    assertThat(job.at("/data/attributes/completed_count").asInt()).isEqualTo(2);
    assertThat(counters().kept()).isEqualTo(2);
    assertThat(profile("sam@example.org").at("/properties/last_store_order_value").asInt())
        .isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "Klaviyo-API-Key sandbox-klaviyo-key-deleted, 401",
    "Klaviyo-API-Key somebody-else, 401",
    "'', 401",
    "Bearer sandbox-klaviyo-key, 401",
    "Bearer sandbox-klaviyo-token-expired, 401",
    "Klaviyo-API-Key sandbox-klaviyo-key-no-permission, 403",
    "Klaviyo-API-Key sandbox-klaviyo-key-write-only, 202",
    "Bearer sandbox-klaviyo-token, 202"
  })
  void keys_and_tokens_are_judged(String header, int status) throws IOException {
    assertThat(post(JOBS, TWO, "Authorization", header).statusCode()).isEqualTo(status);
  }

  @Test
  void key_that_only_writes_cannot_look_at_its_job() throws IOException {
    HttpResponse<String> answer =
        running.get(
            "/klaviyo" + JOBS + "/SbxJob1",
            "Authorization",
            "Klaviyo-API-Key sandbox-klaviyo-key-write-only",
            "revision",
            "2026-07-15");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(get("/api/accounts").at("/data/0/type").asText()).isEqualTo("account");
  }

  @ParameterizedTest
  @CsvSource({"2027-01-01, 400", "v3, 400", "2023-02-22, 410", "2025-01-15, 202"})
  void revisions_are_known_retired_or_nonsense(String revision, int status) throws IOException {
    assertThat(post(JOBS, TWO, "revision", revision).statusCode()).isEqualTo(status);
  }

  @Test
  void paths_and_types_are_exact() throws IOException {
    assertThat(post(JOBS + "/", TWO).statusCode()).isEqualTo(404);
    assertThat(post("/api/accounts", TWO).statusCode()).isEqualTo(405);
    assertThat(post(JOBS, TWO, "Content-Type", "text/plain").statusCode()).isEqualTo(415);
    assertThat(post(JOBS, TWO, "Content-Type", "application/json").statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/attributes/email | \"Kim@example.org\" | Invalid email address",
        "/attributes/email | \"kim@example\" | Invalid email address",
        "/attributes/email | null | must not be null",
        "/attributes/phone_number | \"2062345678\" | Invalid phone number",
        "/attributes/phone_number | 12062345678 | must be a string",
        "/attributes/external_id | \"\" | must not be an empty string",
        "/attributes/image | \"img.example.org/1.png\" | absolute http",
        "/attributes/city | \"Seattle\" | is not a key known here",
        "/attributes/location/latitude | \"47.6\" | must be a JSON number",
        "/attributes/location/longitude | 181 | must be between",
        "/attributes/location/timezone | \"EST\" | must be an IANA time zone",
        "/attributes/location/zip | 98101 | must be a string",
        "/attributes/properties | {} | must not be an empty object",
        "/attributes/properties | {\"$source\":\"a\"} | names must not be blank",
        "/attributes/properties/a | null | must not be null",
        "/type | \"profiles\" | must be one of profile"
      })
  void one_bad_profile_refuses_its_whole_job_with_a_pointer(String at, String value, String words)
      throws IOException {
    assertPointed(post(JOBS, changed(TWO, FIRST + at, value)), FIRST + at, words);
    assertThat(counters().refused()).isEqualTo(2);
  }

  @Test
  void identifiers_unset_and_sizes_are_judged() throws IOException {
    String nobody = changed(TWO, FIRST + "/attributes", "{\"first_name\":\"Kim\"}");
    assertPointed(post(JOBS, nobody), FIRST + "/attributes", "One or more identifiers is required");
    String both = changed(TWO, FIRST + "/meta/patch_properties/unset", "[\"last_store_order_id\"]");
    assertPointed(post(JOBS, both), FIRST + "/meta/patch_properties/unset", "is set");
    String large =
        changed(TWO, FIRST + "/attributes/properties/a", "\"" + "a".repeat(99_999) + "\"");
    assertPointed(post(JOBS, large), FIRST, "100 KB");
    assertThat(post(JOBS, " ".repeat(5_000_001)).statusCode()).isEqualTo(413);
    assertThat(post(JOBS, changed(TWO, "/data/relationships", lists("Nobody1"))).statusCode())
        .isEqualTo(404);
  }

  private static String lists(String id) {
    return "{\"lists\":{\"data\":[{\"type\":\"list\",\"id\":\"" + id + "\"}]}}";
  }

  private static String profiles(int count) {
    ObjectNode root = (ObjectNode) Json.read(TWO.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    ArrayNode data = ((ObjectNode) root.at("/data/attributes/profiles")).putArray("data");
    for (int i = 0; i < count; i++) {
      ObjectNode one = data.addObject().put("type", "profile");
      one.putObject("attributes").put("email", "p" + i + "@example.org");
    }
    return root.toString();
  }

  @Test
  void ten_thousand_profiles_fit_and_one_more_does_not() throws IOException {
    assertPointed(post(JOBS, profiles(10_001)), "/data/attributes/profiles/data", "at most 10000");
    assertThat(post(JOBS, profiles(10_000)).statusCode()).isEqualTo(202);
    assertThat(counters().kept()).isEqualTo(10_000);
  }

  @Test
  void profiles_are_merged_cleared_and_unset() throws IOException {
    assertThat(post(JOBS, TWO).statusCode()).isEqualTo(202);
    String later =
        changed(
            TWO,
            "/data/attributes/profiles/data",
            "[{\"type\":\"profile\",\"attributes\":{\"email\":\"kim.lee+store@example.org\",\"first_name\":null,"
                + "\"location\":{\"zip\":null},\"properties\":{\"visits\":1}},"
                + "\"meta\":{\"patch_properties\":{\"unset\":[\"loyalty_member\"]}}}]");
    assertThat(post(JOBS, later).statusCode()).isEqualTo(202);
    JsonNode kim = profile("00123");
    assertThat(kim.has("first_name")).isFalse();
    assertThat(kim.at("/location").has("zip")).isFalse();
    assertThat(kim.at("/location/city").asText()).isEqualTo("Seattle");
    assertThat(kim.at("/properties").has("loyalty_member")).isFalse();
    assertThat(kim.at("/properties/visits").asInt()).isEqualTo(1);
    assertThat(counters().kept()).as("put, not added").isEqualTo(3);
  }

  @Test
  void lists_are_found_made_and_joined_by_jobs() throws IOException {
    String filter = "equals(name,\"Store \\\"buyers\\\"\")";
    String find = "/api/lists?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    assertThat(get(find).path("data")).isEmpty();
    String body =
        "{\"data\":{\"type\":\"list\",\"attributes\":{\"name\":\"Store \\\"buyers\\\"\"}}}";
    HttpResponse<String> made = post("/api/lists", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = json(made).at("/data/id").asText();
    assertThat(get(find).at("/data/0/id").asText()).isEqualTo(id);
    assertThat(post(JOBS, changed(TWO, "/data/relationships", lists(id))).statusCode())
        .isEqualTo(202);
    assertThat(running.sandbox().view("klaviyo", "lists", "").orElseThrow().at("/lists/0/members"))
        .hasSize(2);
    inject(Injection.next("lists_full").striking("lists"));
    assertThat(post("/api/lists", body).body()).contains("maximum number of lists");
  }
}
