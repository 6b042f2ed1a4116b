package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.answer;
import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.delivery.Deliveries.WordDelivery;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Resolution;
import dev.footfall.core.destination.RetryPolicy;
import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.KeyState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Events that must learn a name before they are sent. */
class ResolverTest extends PostTrial {
  private static final Outcome OPTED_OUT =
      new Outcome.Withheld(Code.OPTED_OUT, "the service says so");

  private final Map<String, String> names = new HashMap<>(Map.of("a", "A", "b", "B", "c", "C"));
  private int most = 2;
  private Instant until = Instant.MAX;
  private List<Code> losses = List.of();

  /** Exchanges ids for names, two at a time; who has none opted out. */
  private final class Naming implements Resolution {
    @Override
    public int most() {
      return most;
    }

    @Override
    public int inFlight() {
      return 1;
    }

    @Override
    public int requestsPerMinute() {
      return 600;
    }

    @Override
    public RetryPolicy retries() {
      return new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(9), 3, Duration.ZERO);
    }

    @Override
    public List<String> wanted(Event event) {
      return List.of(name(event));
    }

    @Override
    public Question ask(List<String> ids, CredentialValues credential, Attempt attempt) {
      byte[] body = ("?" + String.join(",", ids)).getBytes(StandardCharsets.UTF_8);
      return new Question() {
        @Override
        public HttpCall call() {
          return HttpCall.post("http://test/map", Map.of(), Set.of(), List.of(body));
        }

        @Override
        public Answered read(HttpAnswer answer) {
          if (answer.status() == 503) {
            return new Answered.NotYet(Talk.repeated());
          }
          if (answer.status() == 401) {
            return new Answered.NotYet(new Reading.Stop(Code.CREDENTIALS_REJECTED, "no"));
          }
          if (answer.status() == 413) {
            return new Answered.TooMany("too many");
          }
          Map<String, Value> found = new HashMap<>();
          ids.stream()
              .filter(names::containsKey)
              .forEach(id -> found.put(id, new Value(names.get(id), until)));
          return new Answered.Found(found);
        }
      };
    }

    @Override
    public HttpCall shown(List<String> ids) {
      return HttpCall.get("http://test/map", Map.of(), Set.of());
    }

    @Override
    public String standIn(long row) {
      return "?" + row;
    }

    @Override
    public Resolved resolve(Event event, Map<String, String> found) {
      return Optional.ofNullable(found.get(name(event)))
          .<Resolved>map(
              name ->
                  new Resolved.Ready(
                      event.withBody(name.getBytes(StandardCharsets.UTF_8), 1), losses))
          .orElse(new Resolved.Left(OPTED_OUT));
    }
  }

  private static String name(Event event) {
    return event.id().substring(0, 1);
  }

  /** Sends bodies rather than ids. */
  private final class NamedDelivery extends WordDelivery {
    NamedDelivery() {
      super(false);
    }

    @Override
    public Optional<Resolution> resolution() {
      return Optional.of(new Naming());
    }

    @Override
    public HttpCall request(List<Event> events, CredentialValues credential) {
      List<byte[]> body = events.stream().map(Event::body).toList();
      return HttpCall.post("http://test/", Map.of(), Set.of(), body);
    }
  }

  private HttpPost post(HttpAnswer... answers) {
    return post(answers(answers), new NamedDelivery(), Deliveries.account());
  }

  @Test
  void events_go_out_with_what_was_found_for_them() throws InterruptedException {
    deliver(post(answer(200, "ok")), List.of(event("a"), event("b"), event("c")));

    assertThat(bodies).containsExactly("?a,b", "?c", "ABC");
    assertThat(heard.outcomes).containsEntry("a", Outcome.Accepted.PLAIN).hasSize(3);
  }

  @Test
  void who_opted_out_meanwhile_is_withheld_and_not_remembered() throws InterruptedException {
    names.remove("b");
    deliver(post(answer(200, "ok")), List.of(event("a"), event("b")));

    assertThat(bodies).containsExactly("?a,b", "A");
    assertThat(heard.outcomes).containsEntry("b", OPTED_OUT);
    assertThat(stateOf("b")).isEqualTo(KeyState.NEW);
  }

  @Test
  void a_name_is_asked_once() throws InterruptedException {
    most = 9;
    try (HttpPost post = post(answer(200, "ok"))) {
      post.send(List.of(event("a")));
      post.finish();
      post.send(List.of(event("a", 9_000_000_000L), event("b")).subList(1, 2));
      post.finish();
    }

    assertThat(bodies).containsExactly("?a", "A", "?b", "B");
  }

  @Test
  void an_outage_of_the_service_repeats_the_question() throws InterruptedException {
    deliver(post(answer(503, "busy"), answer(200, "ok")), List.of(event("a")));

    assertThat(bodies).containsExactly("?a", "?a", "A");
  }

  @Test
  void a_refused_key_of_the_service_stops_the_run_before_anything_is_sent()
      throws InterruptedException {
    HttpPost post = post(answer(401, "no"));
    deliver(post, List.of(event("a"), event("b"), event("c")));

    assertThat(bodies).containsExactly("?a,b");
    assertThat(heard.outcomes.values()).allMatch(o -> o instanceof Outcome.NotSent);
    assertThat(post.stopped()).get().matches(s -> s.code() == Code.CREDENTIALS_REJECTED);
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
  }

  @Test
  void a_question_that_is_too_large_is_asked_in_halves() throws InterruptedException {
    most = 9;
    deliver(post(answer(413, "large"), answer(200, "ok")), List.of(event("a"), event("b")));

    assertThat(bodies).containsExactly("?a,b", "?a", "?b", "AB");
  }

  @Test
  void an_answer_past_its_time_is_asked_for_again() throws InterruptedException {
    until = time.now().plusSeconds(60);
    try (HttpPost post = post(answer(200, "ok"))) {
      post.send(List.of(event("a")));
      post.finish();
      time.pause(Duration.ofSeconds(59));
      post.send(List.of(event("a2")));
      post.finish();
      time.pause(Duration.ofSeconds(1));
      post.send(List.of(event("a3")));
      post.finish();
    }

    assertThat(bodies).containsExactly("?a", "A", "A", "?a", "A");
  }

  @Test
  void what_an_event_lost_is_told() throws InterruptedException {
    losses = List.of(Code.UID2_OPTED_OUT);
    deliver(post(answer(200, "ok")), List.of(event("a")));

    assertThat(bodies).containsExactly("?a", "A");
    assertThat(heard.warnings).containsExactly(Code.UID2_OPTED_OUT);
  }

  @Test
  void when_nobody_answers_the_run_stops() throws InterruptedException {
    HttpPost post = post(answer(503, "busy"));
    deliver(post, List.of(event("a")));

    assertThat(bodies).containsExactly("?a", "?a", "?a");
    assertThat(post.stopped()).get().matches(s -> s.code() == Code.PLATFORM_UNAVAILABLE);
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
  }

  @Test
  void one_question_without_answer_costs_only_its_own_events() throws InterruptedException {
    HttpAnswer busy = answer(503, "busy");
    HttpPost post = post(answers(answer(200, "ok"), busy, busy, busy, answer(200, "ok")));
    deliver(post, List.of(event("a"), event("b"), event("c")));

    assertThat(bodies).containsExactly("?a,b", "?c", "?c", "?c", "AB");
    assertThat(heard.outcomes).containsEntry("c", OPTED_OUT).hasSize(3);
    assertThat(post.stopped()).isEmpty();
  }

  private HttpPost post(Wire wire) {
    return post(wire, new NamedDelivery(), Deliveries.account());
  }
}
