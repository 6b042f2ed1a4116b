package dev.footfall.destinations.braze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Exchange;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.TestRun;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Braze's answers mean. */
class AnswersTest {
  private final List<Event> people = Samples.attributes().map(Samples.people()).events();
  private final List<Event> bought = Samples.purchases().map(Samples.bought()).events();

  @Test
  void success_delivers_all_but_those_that_errors_name() {
    Reading reading =
        people(
            201,
            "{\"message\":\"success\",\"attributes_processed\":1,\"errors\":[{\"type\":\"bad\","
                + "\"input_array\":\"attributes\",\"index\":1}]}");

    assertThat(((Reading.Settled) reading).outcomes())
        .containsExactly(
            Outcome.Accepted.PLAIN, new Outcome.Refused(Code.PLATFORM_REJECTED, "HTTP 201", "bad"));
  }

  @Test
  void a_row_of_which_a_part_was_refused_is_partly_recorded() {
    Reading reading =
        bought(
            201,
            "{\"message\":\"success\",\"purchases_processed\":3,\"errors\":[{\"type\":\"bad\","
                + "\"input_array\":\"purchases\",\"index\":3}]}");

    assertThat(((Reading.Settled) reading).outcomes().get(1))
        .isInstanceOfSatisfying(
            Outcome.Partly.class, partly -> assertThat(partly.words()).contains("2 of 3"));
  }

  @Test
  void queued_is_taken() {
    assertThat(people(202, "{\"message\":\"queued\"}"))
        .isEqualTo(Reading.all(2, Outcome.Accepted.PLAIN));
  }

  @Test
  void where_none_is_valid_the_unnamed_are_refused_too() {
    Reading reading =
        people(
            400,
            "{\"message\":\"Valid data must be provided in the 'attributes' fields.\","
                + "\"errors\":[{\"type\":\"bad\",\"input_array\":\"attributes\",\"index\":0}]}");

    assertThat(((Reading.Settled) reading).outcomes())
        .allMatch(outcome -> outcome instanceof Outcome.Refused);
  }

  @Test
  void a_refusal_without_index_is_isolated() {
    assertThat(people(400, "{\"message\":\"no\"}")).isInstanceOf(Reading.RefusedWhole.class);
    assertThat(people(400, "{\"message\":\"Max Input Length Exceeded\"}"))
        .isInstanceOf(Reading.RefusedWhole.class);
  }

  @Test
  void what_is_not_understood_is_never_success() {
    assertThat(people(201, "{}")).isInstanceOf(Reading.LostRepeatable.class);
    assertThat(bought(201, "{}")).isInstanceOf(Reading.Lost.class);
    assertThat(bought(201, "{\"message\":\"success\",\"errors\":[{\"type\":\"?\"}]}"))
        .isInstanceOf(Reading.Lost.class);
  }

  @Test
  void a_bad_key_stops_the_run() {
    for (int status : new int[] {401, 403, 404}) {
      assertThat(people(status, "{\"message\":\"Invalid API Key\"}"))
          .isInstanceOfSatisfying(
              Reading.Stop.class, s -> assertThat(s.code()).isEqualTo(Code.CREDENTIALS_REJECTED));
    }
  }

  @Test
  void server_errors_are_repeated_except_where_a_purchase_could_count_twice() {
    for (int status : new int[] {500, 502, 503, 504}) {
      assertThat(people(status, "")).isInstanceOf(Reading.TryAgain.class);
    }
    assertThat(bought(503, "")).isInstanceOf(Reading.TryAgain.class);
    assertThat(bought(500, "")).isInstanceOf(Reading.Lost.class);
    assertThat(bought(504, "")).isInstanceOf(Reading.Lost.class);
  }

  @Test
  void a_lost_answer_is_repeated_for_attributes_only() {
    assertThat(delivery(Samples.attributes(), true).lost(people))
        .isInstanceOf(Reading.LostRepeatable.class);
    assertThat(delivery(Samples.purchases(), false).lost(bought)).isInstanceOf(Reading.Lost.class);
  }

  @Test
  void every_style_of_throttling_is_understood() {
    assertThat(wait(Map.of("x-ratelimit-retry-after", "7"))).isEqualTo(Duration.ofSeconds(7));
    assertThat(wait(Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "9")))
        .isEqualTo(Duration.ofSeconds(9));
    assertThat(
            wait(
                Map.of(
                    "x-ratelimit-remaining",
                    "0",
                    "x-ratelimit-reset",
                    "1795252810",
                    "date",
                    "Sat, 21 Nov 2026 09:20:00 GMT")))
        .isEqualTo(Duration.ofSeconds(1795252810L - 1795252800L));
    assertThat(((Reading.TryAgain) answered(Map.of("x-ratelimit-reset", "9"))).after()).isEmpty();
  }

  @Test
  void the_connection_test_posts_no_object() {
    Exchange test =
        delivery(Samples.attributes(), true)
            .connectionTest(TestRun.credential("rest_api_key", "k"))
            .orElseThrow();

    assertThat(test.call().url()).isEqualTo("https://rest.iad-06.braze.com/users/track");
    assertThat(test.call().headers()).containsEntry("Authorization", "Bearer k");
    assertThat(test.read(answer(400, "{\"message\":\"Valid data must be provided in x\"}")))
        .isInstanceOf(Exchange.Step.Done.class);
    assertThat(test.read(answer(429, ""))).isInstanceOf(Exchange.Step.Done.class);
    assertThat(test.read(answer(401, ""))).isInstanceOf(Exchange.Step.Failed.class);
    assertThat(test.read(answer(500, ""))).isInstanceOf(Exchange.Step.Failed.class);
  }

  @Test
  void the_bulk_endpoint_takes_a_thousand_people() {
    HttpDelivery bulk = delivery(Samples.attributes().set("endpoint", "track_bulk"), true);

    assertThat(bulk.limits().events()).isEqualTo(1000);
    assertThat(bulk.request(people, TestRun.credential("rest_api_key", "k")).url())
        .endsWith("/users/track/bulk");
  }

  private static Duration wait(Map<String, String> headers) {
    return ((Reading.TryAgain) answered(headers)).after().orElseThrow();
  }

  private static Reading answered(Map<String, String> headers) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return delivery(Samples.attributes(), true)
        .read(new HttpAnswer(429, all, new byte[0]), List.of());
  }

  private Reading people(int status, String body) {
    return delivery(Samples.attributes(), true).read(answer(status, body), people);
  }

  private Reading bought(int status, String body) {
    return delivery(Samples.purchases(), false).read(answer(status, body), bought);
  }

  private static HttpDelivery delivery(TestRun run, boolean isPeople) {
    return (HttpDelivery) run.route(isPeople ? Samples.people() : Samples.bought()).delivery();
  }

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
