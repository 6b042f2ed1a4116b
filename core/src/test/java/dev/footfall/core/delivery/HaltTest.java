package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.NOW;
import static dev.footfall.core.delivery.Deliveries.answer;
import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.ledger.KeyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever ends a run need not wait until the platform takes requests again. */
@Timeout(60)
class HaltTest extends PostTrial {
  private static final Reading.Stop ENOUGH = new Reading.Stop(Code.NOT_ATTEMPTED, "enough");

  private final CountDownLatch waits = new CountDownLatch(1);

  /** A clock on which no wait is ever over. */
  private final class Endless implements Time {
    @Override
    public Instant now() {
      return NOW;
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
      pause(duration, new CompletableFuture<>());
    }

    @Override
    public void pause(Duration duration, Future<?> end) throws InterruptedException {
      if (duration.compareTo(Duration.ZERO) > 0) {
        waits.countDown();
        try {
          end.get();
        } catch (ExecutionException ended) {
          throw new IllegalStateException(ended);
        }
      }
    }
  }

  private HttpPost post(Wire wire, boolean repeatable, Pace pace) {
    Time endless = new Endless();
    Line line = new Line(wire, endless, pace, new Random(7), NOW.plus(Duration.ofHours(1)), heard);
    return new HttpPost(
        new Deliveries.WordDelivery(repeatable),
        Deliveries.account(),
        line,
        new Claims(ledger, endless));
  }

  private void deliverAndEnd(HttpPost post) throws InterruptedException {
    try (post) {
      Thread ending =
          new Thread(
              () -> {
                try {
                  waits.await();
                } catch (InterruptedException over) {
                  Thread.currentThread().interrupt();
                }
                post.stop(ENOUGH);
              });
      ending.start();
      post.send(List.of(event("a")));
      post.finish();
      ending.join();
    }
    assertThat(post.stopped()).contains(ENOUGH);
  }

  @Test
  void what_waits_to_be_tried_again_is_not_sent_and_free_for_the_next_run() throws Exception {
    Endless clock = new Endless();
    deliverAndEnd(
        post(answers(answer(429, "slow", "retry-after", "300")), false, new Pace(clock, 60_000)));

    assertThat(heard.outcomes.get("a"))
        .isEqualTo(new Outcome.NotSent(Code.NOT_ATTEMPTED, "enough"));
    assertThat(heard.sent.get()).isEqualTo(1);
    assertThat(heard.retried.get()).isZero();
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
  }

  @Test
  void what_waits_for_its_turn_is_not_sent_either() throws Exception {
    Pace pace = new Pace(new Endless(), 60_000);
    pace.hold(Duration.ofMinutes(9));
    deliverAndEnd(post(answers(answer(200, "ok")), false, pace));

    assertThat(heard.outcomes.get("a"))
        .isEqualTo(new Outcome.NotSent(Code.NOT_ATTEMPTED, "enough"));
    assertThat(heard.sent.get()).isZero();
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
  }

  @Test
  void what_was_sent_without_an_answer_stays_unknown() throws Exception {
    Wire silent =
        call -> {
          throw WireFault.answerLost("reset");
        };
    deliverAndEnd(post(silent, true, new Pace(new Endless(), 60_000)));

    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(heard.sent.get()).isEqualTo(1);
    assertThat(stateOf("a")).isEqualTo(KeyState.UNKNOWN);
  }
}
