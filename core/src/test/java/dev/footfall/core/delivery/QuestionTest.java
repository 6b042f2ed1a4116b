package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.answer;
import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.delivery.Deliveries.WordDelivery;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Restraint;
import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.KeyState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Platforms that judge later, refuse by name, or ask for restraint. */
class QuestionTest extends PostTrial {
  private static final Outcome UNVERIFIED =
      new Outcome.Accepted(Optional.of(Code.DELIVERED_UNVERIFIED), "not judged in time");
  private static final Outcome.Refused REFUSED =
      new Outcome.Refused(Code.PLATFORM_REJECTED, "bad", "no");

  /** Answers {@code queued} with a job that is asked for. */
  private static class JobDelivery extends WordDelivery {
    JobDelivery() {
      super(false);
    }

    @Override
    public Reading read(HttpAnswer answer, List<Event> events) {
      String said = text(answer);
      if (said.equals("queued")) {
        return new Reading.JudgedLater(new Job(3));
      }
      if (said.startsWith("named")) {
        return sifted(said, events);
      }
      return super.read(answer, events);
    }

    @Override
    public Restraint restraint(HttpAnswer answer) {
      return answer.header("slow").isPresent()
          ? new Restraint(true, Duration.ofSeconds(9))
          : Restraint.NONE;
    }
  }

  /** {@code named 0 2*}: the first is refused, the third is sent in other words. */
  private static Reading sifted(String said, List<Event> events) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    Map<Integer, Reading.Amendment> amended = new HashMap<>();
    for (String word : said.substring(5).strip().split(" ", -1)) {
      int index = Character.digit(word.charAt(0), 10);
      if (word.endsWith("*")) {
        Event shorter = events.get(index).withBody(new byte[] {'x'}, 1);
        amended.put(index, new Reading.Amendment(shorter, Code.FIELD_DROPPED, "cut"));
      } else {
        outcomes.put(index, REFUSED);
      }
    }
    return new Reading.Sifted(outcomes, amended, 2, REFUSED);
  }

  private static String text(HttpAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Asked a few times; {@code bad N} refuses one event of a job that is done. */
  private record Job(int patience) implements Inquiry {
    @Override
    public Duration after() {
      return Duration.ofSeconds(5);
    }

    @Override
    public HttpCall call(CredentialValues credential) {
      return HttpCall.get("http://test/job", Map.of("token", "t"), Set.of("token"));
    }

    @Override
    public Reading read(HttpAnswer answer, List<Event> events) {
      String said = text(answer);
      if (said.equals("running")) {
        return patience > 1 ? new Reading.JudgedLater(new Job(patience - 1)) : unanswered(events);
      }
      if (said.startsWith("bad")) {
        List<Outcome> outcomes = new ArrayList<>();
        events.forEach(e -> outcomes.add(Outcome.Accepted.PLAIN));
        outcomes.set(Integer.parseInt(said.substring(4)), REFUSED);
        return new Reading.Settled(outcomes);
      }
      return said.equals("busy")
          ? new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), "busy")
          : new Reading.Stop(Code.PERMISSION_DENIED, "may not ask");
    }

    @Override
    public Reading.Settled unanswered(List<Event> events) {
      return Reading.all(events.size(), UNVERIFIED);
    }
  }

  private void deliver(HttpAnswer... answers) throws InterruptedException {
    HttpPost post = post(answers(answers), new JobDelivery(), Deliveries.account());
    deliver(post, List.of(event("a"), event("b"), event("c")));
  }

  @Test
  void an_event_that_was_sent_in_time_is_not_too_old_because_its_judgement_is_late()
      throws InterruptedException {
    HttpPost post =
        post(
            answers(answer(202, "queued"), answer(503, "busy")),
            new JobDelivery(),
            Deliveries.account());
    deliver(post, List.of(event("a", Deliveries.NOW.getEpochSecond() + 6)));

    assertThat(heard.outcomes).containsEntry("a", UNVERIFIED);
    assertThat(stateOf("a")).isEqualTo(KeyState.DELIVERED);
  }

  @Test
  void a_platform_that_judges_later_is_asked_until_it_has_judged() throws InterruptedException {
    deliver(answer(202, "queued"), answer(200, "running"), answer(200, "bad 1"));

    assertThat(bodies).containsExactly("a b c", "", "");
    assertThat(time.pauses).contains(Duration.ofSeconds(5));
    assertThat(heard.outcomes)
        .containsEntry("a", Outcome.Accepted.PLAIN)
        .containsEntry("b", REFUSED);
    assertThat(stateOf("a")).isEqualTo(KeyState.DELIVERED);
    assertThat(stateOf("b")).isEqualTo(KeyState.NEW);
  }

  @Test
  void an_outage_while_asking_repeats_the_question_and_never_the_events()
      throws InterruptedException {
    deliver(answer(202, "queued"), answer(500, "busy"), answer(500, "busy"), answer(200, "bad 0"));

    assertThat(bodies).containsExactly("a b c", "", "", "");
    assertThat(heard.outcomes).containsEntry("a", REFUSED).hasSize(3);
  }

  @Test
  void a_job_that_never_ends_is_accepted_without_proof() throws InterruptedException {
    deliver(answer(202, "queued"), answer(200, "running"));

    assertThat(bodies).hasSize(4);
    assertThat(heard.outcomes).containsEntry("a", UNVERIFIED);
    assertThat(stateOf("a")).isEqualTo(KeyState.DELIVERED);
  }

  @Test
  void a_question_that_is_forbidden_leaves_the_events_accepted() throws InterruptedException {
    HttpPost post =
        post(
            answers(answer(202, "queued"), answer(403, "no")),
            new JobDelivery(),
            Deliveries.account());
    deliver(post, List.of(event("a")));

    assertThat(heard.outcomes).containsEntry("a", UNVERIFIED);
    assertThat(post.stopped()).isEmpty();
  }

  @Test
  void events_refused_by_name_stay_behind_and_the_others_go_again() throws InterruptedException {
    deliver(answer(400, "named 0 2"), answer(200, "ok"));

    assertThat(bodies).containsExactly("a b c", "b");
    assertThat(heard.outcomes)
        .containsEntry("a", REFUSED)
        .containsEntry("b", Outcome.Accepted.PLAIN)
        .containsEntry("c", REFUSED);
  }

  @Test
  void an_event_that_a_change_can_help_goes_again_in_other_words() throws InterruptedException {
    List<Integer> lengths = new ArrayList<>();
    deliver(
        post(
            answers(answer(400, "named 0 2*"), answer(200, "ok")),
            new JobDelivery() {
              @Override
              public HttpCall request(List<Event> events, CredentialValues credential) {
                lengths.add(events.get(events.size() - 1).body().length);
                return super.request(events, credential);
              }
            },
            Deliveries.account()),
        List.of(event("a"), event("b"), event("long")));

    assertThat(lengths).containsExactly(4, 1);
    assertThat(heard.outcomes).containsEntry("long", Outcome.Accepted.PLAIN);
    assertThat(heard.warnings).containsExactly(Code.FIELD_DROPPED);
  }

  @Test
  void sending_again_ends_after_the_rounds_that_the_platform_is_granted()
      throws InterruptedException {
    HttpPost post = post(answers(answer(400, "named 0*")), new JobDelivery(), Deliveries.account());
    deliver(post, List.of(event("a")));

    assertThat(bodies).hasSize(3);
    assertThat(heard.outcomes).containsEntry("a", REFUSED);
  }

  @Test
  void a_platform_near_its_limits_gets_one_request_at_a_time_and_a_pause()
      throws InterruptedException {
    HttpPost post =
        post(answers(answer(200, "ok", "slow", "1")), new JobDelivery(), Deliveries.account());
    try (post) {
      post.send(List.of(event("a")));
      post.finish();
      post.send(List.of(event("b")));
      post.finish();
    }

    assertThat(time.pauses).contains(Duration.ofSeconds(9));
    assertThat(heard.outcomes).hasSize(2);
  }
}
