package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.answer;
import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LeaseLost;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run that wakes up after another has taken over: every event has its fate all the same. */
class LostHoldTest extends PostTrial {
  private final Taken taken = new Taken();

  /** What of the ledger is refused, as if another run had taken over by then. */
  private final class Taken implements LedgerRun {
    private final List<Duration> asked = new ArrayList<>();
    private boolean beforeClaim;
    private boolean beforeSending;
    private boolean beforeSettlement;

    private void require(boolean lost) {
      if (lost) {
        throw new LeaseLost("gone");
      }
    }

    @Override
    public List<Known> reserve(List<LedgerKey> keys) {
      return ledger.reserve(keys);
    }

    @Override
    public void release(LedgerKey key) {
      ledger.release(key);
    }

    @Override
    public long claim(List<LedgerEntry> entries) {
      require(beforeClaim);
      return ledger.claim(entries);
    }

    @Override
    public void hold(Duration needed) {
      asked.add(needed);
      require(beforeSending);
    }

    @Override
    public void settle(long claim, List<Settlement> settlements) {
      require(beforeSending || beforeSettlement);
      ledger.settle(claim, settlements);
    }

    @Override
    public void close() {}
  }

  private void deliverAndLose(Wire wire, boolean repeatable) {
    HttpPost post =
        new HttpPost(
            new Deliveries.WordDelivery(repeatable),
            Deliveries.account(),
            line(wire),
            new Claims(taken, time));
    assertThatThrownBy(() -> deliver(post, List.of(event("a"), event("b"))))
        .isInstanceOf(LeaseLost.class);
    assertThat(heard.outcomes).hasSize(2);
  }

  @Test
  void it_sends_nothing_once_its_claim_is_refused() {
    taken.beforeClaim = true;
    deliverAndLose(answers(answer(200, "ok")), false);

    assertThat(bodies).isEmpty();
    assertThat(heard.outcomes.values())
        .allMatch(o -> o instanceof Outcome.NotSent not && not.code() == Code.NOT_ATTEMPTED);
  }

  @Test
  void it_sends_nothing_when_it_was_paused_between_its_claim_and_its_request() {
    taken.beforeSending = true;
    deliverAndLose(answers(answer(200, "ok")), false);

    assertThat(bodies).isEmpty();
    assertThat(heard.sent.get()).isZero();
    assertThat(heard.outcomes.values())
        .allMatch(o -> o instanceof Outcome.NotSent not && not.code() == Code.NOT_ATTEMPTED);
  }

  @Test
  void what_was_sent_before_it_was_paused_and_has_no_answer_is_unknown() {
    deliverAndLose(
        call -> {
          taken.beforeSending = true;
          throw WireFault.answerLost("reset");
        },
        true);

    assertThat(bodies).hasSize(1);
    assertThat(heard.outcomes.values()).allMatch(o -> o instanceof Outcome.Unknown);
  }

  @Test
  void what_the_platform_accepted_stays_accepted_though_it_cannot_be_written_down() {
    taken.beforeSettlement = true;
    deliverAndLose(answers(answer(200, "ok")), false);

    assertThat(heard.outcomes).containsValue(Outcome.Accepted.PLAIN).hasSize(2);
  }

  @Test
  void each_request_needs_the_hold_for_as_long_as_it_may_take() throws Exception {
    HttpPost post =
        new HttpPost(
            new Deliveries.WordDelivery(false),
            Deliveries.account(),
            line(answers(answer(200, "ok"))),
            new Claims(taken, time));
    deliver(post, List.of(event("a")));

    assertThat(taken.asked).isNotEmpty().containsOnly(Duration.ofSeconds(35));
  }
}
