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
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Events that must learn a name before they are sent. */
class ResolverTest extends PostTrial {
  private static final Outcome OPTED_OUT =
      new Outcome.Withheld(Code.OPTED_OUT, "the service says so");

  private final Map<String, String> names = new HashMap<>(Map.of("a", "A", "b", "B", "c", "C"));
  private int most = 2;

  /** Exchanges ids for names, two at a time; who has none opted out. */
  private final class Naming implements Resolution {
    @Override
    public int most() {
      return most;
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
      return List.of(event.id());
    }

    @Override
    public Question ask(
        List<String> ids, CredentialValues credential, Instant now, RandomGenerator random) {
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
          Map<String, String> found = new HashMap<>(names);
          found.keySet().retainAll(ids);
          return new Answered.Found(found);
        }
      };
    }

    @Override
    public Resolved resolve(Event event, Map<String, String> found) {
      return Optional.ofNullable(found.get(event.id()))
          .<Resolved>map(
              name -> new Resolved.Ready(event.withBody(name.getBytes(StandardCharsets.UTF_8), 1)))
          .orElse(new Resolved.Left(OPTED_OUT));
    }
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
}
