package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.answer;
import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.KeyState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A fault of ours takes no event for sent that never left, and none for unsent that did. */
class StumbleTest extends PostTrial {
  private static final Outcome UNSENT = new Outcome.NotSent(Code.NOT_ATTEMPTED, Post.FAULT.words());

  /** A store that is out of reach when the token is to be renewed. */
  private static final class Unreachable implements Account {
    private final int reachable;
    private final AtomicInteger asked = new AtomicInteger();

    Unreachable(int reachable) {
      this.reachable = reachable;
    }

    @Override
    public CredentialValues credential() {
      return Deliveries.account().credential();
    }

    @Override
    public Optional<Renewal.Result> renew(CredentialValues refused) {
      throw new IllegalStateException("no store");
    }

    @Override
    public Optional<Renewal.Result> renewEarly() {
      if (asked.incrementAndGet() > reachable) {
        throw new IllegalStateException("no store");
      }
      return Optional.empty();
    }
  }

  private void stumble(HttpPost post, String... ids) {
    assertThatThrownBy(() -> deliver(post, List.of(ids).stream().map(Deliveries::event).toList()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(heard.outcomes).hasSize(ids.length);
  }

  @Test
  void what_never_left_is_free_for_the_next_run() {
    stumble(post(answers(answer(200, "ok")), false, new Unreachable(0)), "a");

    assertThat(heard.outcomes.get("a")).isEqualTo(UNSENT);
    assertThat(heard.sent.get()).isZero();
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
  }

  @Test
  void what_was_answered_before_keeps_its_answer() {
    stumble(post(answers(answer(400, "refused 1")), false, new Unreachable(1)), "a", "b");

    assertThat(heard.outcomes.get("b")).isInstanceOf(Outcome.Refused.class);
    assertThat(heard.outcomes.get("a")).isEqualTo(UNSENT);
  }

  @Test
  void what_was_lost_before_we_failed_stays_unknown() {
    Wire lost =
        call -> {
          throw WireFault.answerLost("reset");
        };
    stumble(post(lost, true, new Unreachable(1)), "a");

    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(stateOf("a")).isEqualTo(KeyState.UNKNOWN);
  }

  @Test
  void an_answer_over_which_we_fail_was_an_answer() {
    Deliveries.WordDelivery clumsy =
        new Deliveries.WordDelivery(false) {
          @Override
          public Reading read(HttpAnswer answer, List<Event> events) {
            throw new IllegalStateException("unreadable");
          }
        };
    stumble(post(answers(answer(200, "ok")), clumsy, Deliveries.account()), "a");

    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(stateOf("a")).isEqualTo(KeyState.UNKNOWN);
  }

  @Test
  void what_cannot_be_sent_as_it_is_stops_the_run_without_further_tries() throws Exception {
    HttpPost post =
        post(
            call -> {
              throw WireFault.unsendable("a header does not fit");
            },
            false,
            Deliveries.account());
    deliver(post, List.of(event("a")));

    assertThat(post.stopped())
        .contains(new Reading.Stop(Code.CONFIGURATION_FAULT, "a header does not fit"));
    assertThat(heard.sent.get()).isEqualTo(1);
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
  }
}
