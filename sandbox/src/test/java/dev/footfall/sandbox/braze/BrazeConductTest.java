package dev.footfall.sandbox.braze;

import static dev.footfall.sandbox.Running.changed;
import static dev.footfall.sandbox.Running.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.sandbox.Running;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.sandbox.platform.Injection;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Braze beyond one object: whole requests, unknown users, limits, faults on demand. */
class BrazeConductTest extends BrazeVisit {
  private static final String BULK = "/braze/users/track/bulk";

  private void inject(Injection injection) {
    running.sandbox().inject("braze", injection);
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
