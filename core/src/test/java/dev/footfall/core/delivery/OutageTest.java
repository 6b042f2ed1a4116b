package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.NOW;
import static dev.footfall.core.delivery.Deliveries.answer;
import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.DailyQuota;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.ledger.KeyState;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A platform that is out, or nearly so. */
class OutageTest extends PostTrial {
  private static final int SENDERS = 4;

  /** Each event is a request, some at once. */
  private static final class Singly extends Deliveries.WordDelivery {
    private final int senders;

    Singly(boolean repeatable, int senders) {
      super(repeatable);
      this.senders = senders;
    }

    @Override
    public Limits limits() {
      return new Limits(1, 1_000_000, 10_000, senders, 1_000_000);
    }
  }

  private static List<Pending> events(int count) {
    return IntStream.range(0, count).mapToObj(i -> event("e" + i)).toList();
  }

  private long count(Class<? extends Outcome> kind) {
    return heard.outcomes.values().stream().filter(kind::isInstance).count();
  }

  @Test
  void one_request_finds_out_that_the_platform_stays_away_and_all_end_with_it()
      throws InterruptedException {
    HttpPost post =
        post(
            call ->
                answer(heard.sent.get() == 1 ? 200 : 503, heard.sent.get() == 1 ? "ok" : "busy"),
            new Singly(false, SENDERS),
            Deliveries.account());
    deliver(post, events(500));

    assertThat(heard.outcomes).hasSize(500);
    assertThat(count(Outcome.NotSent.class)).isEqualTo(499);
    // one that is taken, at most four each that fail side by side, and the tries of one
    assertThat(heard.sent.get()).isLessThanOrEqualTo(1 + 2 * SENDERS + 6);
    assertThat(post.stopped())
        .get()
        .matches(stop -> stop.code() == Code.PLATFORM_UNAVAILABLE)
        .matches(
            stop ->
                stop.words()
                    .matches(
                        "failing since 2026-11-21T.*in a row; run again"
                            + " from .* on; the last answer: busy"));
    assertThat(stateOf("e499")).isEqualTo(KeyState.NEW);
  }

  @Test
  void when_the_platform_is_back_all_go_on() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    deliver(
        post(
            call -> calls.incrementAndGet() <= 5 ? answer(503, "busy") : answer(200, "ok"),
            new Singly(false, 2),
            Deliveries.account()),
        events(50));

    assertThat(count(Outcome.Accepted.class)).isEqualTo(50);
  }

  @Test
  void where_nothing_may_be_repeated_a_silent_platform_stops_the_run_before_all_is_unknown()
      throws InterruptedException {
    HttpPost post =
        post(
            call -> {
              throw WireFault.answerLost("no answer");
            },
            new Singly(false, 1),
            Deliveries.account());
    deliver(post, events(200));

    assertThat(count(Outcome.Unknown.class)).isEqualTo(10);
    assertThat(count(Outcome.NotSent.class)).isEqualTo(190);
    assertThat(post.stopped()).get().matches(s -> s.code() == Code.PLATFORM_UNAVAILABLE);
    assertThat(stateOf("e0")).isEqualTo(KeyState.UNKNOWN);
    assertThat(stateOf("e199")).isEqualTo(KeyState.NEW);
  }

  @Test
  void after_a_lost_answer_an_outage_proves_nothing() throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    HttpPost post =
        post(
            call -> {
              if (calls.incrementAndGet() == 1) {
                throw WireFault.answerLost("reset");
              }
              return answer(503, "busy");
            },
            new Singly(true, 1),
            Deliveries.account());
    deliver(post, List.of(event("a")));

    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(stateOf("a")).isEqualTo(KeyState.UNKNOWN);
    assertThat(post.stopped()).get().matches(s -> s.code() == Code.PLATFORM_UNAVAILABLE);
  }

  @Test
  void an_event_whose_answer_was_lost_is_unknown_even_when_it_grows_too_old()
      throws InterruptedException {
    AtomicInteger calls = new AtomicInteger();
    deliver(
        post(
            call -> {
              if (calls.incrementAndGet() == 1) {
                throw WireFault.answerLost("reset");
              }
              return answer(429, "slow");
            },
            new Singly(true, 1),
            Deliveries.account()),
        List.of(event("a", NOW.getEpochSecond() + 30)));

    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(stateOf("a")).isEqualTo(KeyState.UNKNOWN);
  }

  @Test
  void nobody_waits_for_a_try_that_comes_after_the_end_of_the_window() throws InterruptedException {
    deliver(
        post(
            answers(answer(429, "slow", "retry-after", "300")),
            new Singly(false, 1),
            Deliveries.account()),
        List.of(event("a", NOW.getEpochSecond() + 200)));

    assertThat(heard.sent.get()).isEqualTo(1);
    assertThat(time.pauses).isEmpty();
    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.Expired.class);
  }

  @Property(tries = 60)
  void repetitions_cost_at_most_a_fifth_more_than_what_is_of_use(
      @ForAll @IntRange(min = 0, max = 9) int failing, @ForAll long seed)
      throws InterruptedException {
    OutageTest trial = new OutageTest();
    Random weather = new Random(seed);
    AtomicInteger useful = new AtomicInteger();
    deliver(
        trial.post(
            call -> {
              boolean isFailure = weather.nextInt(10) < failing;
              useful.addAndGet(isFailure ? 0 : 1);
              return isFailure ? answer(503, "busy") : answer(200, "ok");
            },
            new Singly(false, 1),
            Deliveries.account()),
        events(200));

    assertThat(trial.heard.retried.get())
        .isLessThanOrEqualTo((int) (1.2 * useful.get()) + RetryBudget.AT_FIRST);
    assertThat(trial.heard.outcomes).hasSize(200);
    assertThat(trial.count(Outcome.Accepted.class)).isEqualTo(useful.get());
  }

  /** One request at a time: another that has its turn but has not left would not be sent either. */
  @Test
  void when_the_requests_of_a_day_are_made_the_rest_waits_for_a_later_run()
      throws InterruptedException {
    DailyQuota quota = new DailyQuota(5, ZoneOffset.UTC);
    Pace.Shared shared = new Pace.Shared(PaceBook.inMemory(), "google", time);
    Line line =
        new Line(
            answers(answer(200, "ok")),
            time,
            new Pace(shared, 1_000_000, Optional.of(quota)),
            new Random(7),
            NOW.plus(Duration.ofHours(1)),
            heard);
    HttpPost post =
        new HttpPost(new Singly(false, 1), Deliveries.account(), line, new Claims(ledger, time));
    deliver(post, events(20));

    assertThat(count(Outcome.Accepted.class)).isEqualTo(5);
    assertThat(count(Outcome.NotSent.class)).isEqualTo(15);
    assertThat(post.stopped())
        .contains(
            new Reading.Stop(
                Code.RETRY_LATER,
                "all 5 requests of the day are made; run again from 2026-11-22T00:00:00Z on"));
    assertThat(heard.sent.get()).isEqualTo(5);
  }

  @Test
  void a_date_in_retry_after_goes_by_the_machines_clock_whatever_the_run_takes_for_now()
      throws InterruptedException {
    Deliveries.ManualTime machine = new Deliveries.ManualTime();
    machine.pause(Duration.ofDays(2));
    Wire wire =
        answers(
            answer(429, "slow", "retry-after", "Mon, 23 Nov 2026 09:00:30 GMT"), answer(200, "ok"));
    Line line =
        new Line(
            wire,
            time,
            new Pace(machine, 1_000_000),
            new Random(7),
            NOW.plus(Duration.ofHours(1)),
            heard);
    deliver(
        new HttpPost(new Singly(false, 1), Deliveries.account(), line, new Claims(ledger, time)),
        List.of(event("a")));

    assertThat(heard.outcomes.get("a")).isEqualTo(Outcome.Accepted.PLAIN);
    assertThat(machine.pauses).allMatch(pause -> pause.compareTo(Duration.ofDays(2)) <= 0);
  }
}
