package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.answer;
import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import dev.footfall.core.delivery.Deliveries.WordDelivery;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Renewal;
import dev.footfall.core.ledger.KeyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many senders, and a credential of which nobody knows yet whether it is any good. */
class ProvingTest extends PostTrial {
  private static final int SENDERS = 4;
  private final List<Pending> events =
      IntStream.range(0, 12).mapToObj(i -> event("e" + i)).toList();
  private final List<String> tokens = new ArrayList<>();
  private final CountDownLatch second = new CountDownLatch(1);
  private volatile boolean isFollowed;

  /** One event a request, four requests at once. */
  private static final class Singly extends WordDelivery {
    Singly() {
      super(false);
    }

    @Override
    public Limits limits() {
      return new Limits(1, 1_000_000, 10_000, SENDERS, 1_000_000);
    }
  }

  private HttpPost post(Wire wire, Account account) {
    return post(
        call -> {
          boolean isFirst;
          synchronized (tokens) {
            isFirst = tokens.isEmpty();
            tokens.add(call.headers().get("token"));
          }
          if (isFirst) {
            letOthersGo();
          } else {
            second.countDown();
          }
          return wire.send(call);
        },
        new Singly(),
        account);
  }

  /** The first answer takes its time: who does not wait for it leaves. */
  private void letOthersGo() {
    try {
      isFollowed = second.await(200, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void nothing_leaves_before_the_first_answer() {
    assertThat(isFollowed).isFalse();
  }

  @Test
  void a_credential_that_is_refused_costs_one_request_and_no_event() throws InterruptedException {
    HttpPost post = post(answers(answer(401, "expired")), Deliveries.account());
    deliver(post, events);

    assertThat(heard.sent.get()).isEqualTo(1);
    assertThat(post.stopped()).get().matches(s -> s.code() == Code.CREDENTIALS_REJECTED);
    assertThat(heard.outcomes).hasSize(events.size());
    assertThat(heard.outcomes.values()).allMatch(o -> o instanceof Outcome.NotSent);
    assertThat(IntStream.range(0, events.size()).mapToObj(i -> stateOf("e" + i)))
        .containsOnly(KeyState.NEW);
  }

  @Test
  void a_stop_of_the_first_request_is_the_only_answer_that_is_asked_for()
      throws InterruptedException {
    deliver(post(answers(answer(403, "stop")), Deliveries.account()), events);

    assertThat(heard.sent.get()).isEqualTo(1);
    assertThat(heard.outcomes).hasSize(events.size());
  }

  @Test
  void a_token_that_is_refused_and_renewed_is_proven_anew_before_all_use_it()
      throws InterruptedException {
    deliver(
        post(
            call -> answer(200, call.headers().get("token").equals("good") ? "ok" : "expired"),
            new Renewable("good")),
        events);
    assertThat(tokens).startsWith("old", "good").hasSize(1 + events.size());
    assertThat(heard.outcomes).hasSize(events.size()).containsValue(Outcome.Accepted.PLAIN);
  }

  @Test
  void a_renewed_token_that_is_refused_too_costs_one_more_request() throws InterruptedException {
    deliver(post(answers(answer(200, "expired")), new Renewable("bad, too")), events);

    assertThat(tokens).containsExactly("old", "bad, too");
  }

  @Test
  void once_it_is_proven_requests_go_side_by_side() throws InterruptedException {
    AtomicInteger sent = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(SENDERS);
    deliver(
        post(
            call -> {
              if (sent.incrementAndGet() > 1) {
                meet(together);
              }
              return answer(200, "ok");
            },
            Deliveries.account()),
        IntStream.range(0, 1 + 2 * SENDERS).mapToObj(i -> event("e" + i)).toList());

    assertThat(heard.outcomes).hasSize(1 + 2 * SENDERS);
    assertThat(heard.outcomes.values()).containsOnly(Outcome.Accepted.PLAIN);
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await(20, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("requests wait for each other", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void an_outage_proves_nothing_and_keeps_nobody_for_ever() throws InterruptedException {
    deliver(post(answers(answer(503, "busy"), answer(200, "ok")), Deliveries.account()), events);

    assertThat(heard.outcomes.values()).hasSize(events.size()).containsOnly(Outcome.Accepted.PLAIN);
  }

  /** An account with one other token, which it gives once. */
  private static final class Renewable implements Account {
    private final String next;
    private CredentialValues current = credential("old");

    Renewable(String next) {
      this.next = next;
    }

    private static CredentialValues credential(String token) {
      return new CredentialValues(Map.of("token", Secret.of(token)), Optional.empty());
    }

    @Override
    public synchronized CredentialValues credential() {
      return current;
    }

    @Override
    public synchronized Optional<Renewal.Result> renew(CredentialValues refused) {
      if (current.equals(refused) && current.reveal("token").equals("old")) {
        current = credential(next);
      }
      return Optional.of(new Renewal.Result.Renewed(current));
    }
  }
}
