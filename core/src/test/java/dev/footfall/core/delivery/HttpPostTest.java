package dev.footfall.core.delivery;

import static dev.footfall.core.delivery.Deliveries.NOW;
import static dev.footfall.core.delivery.Deliveries.answer;
import static dev.footfall.core.delivery.Deliveries.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.KeyState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HttpPostTest extends PostTrial {
  private Code code(String id) {
    return ((Outcome.NotSent) java.util.Objects.requireNonNull(heard.outcomes.get(id))).code();
  }

  @Test
  void accepted_events_are_settled_as_delivered() throws InterruptedException {
    deliver(answers(answer(200, "ok")), List.of(event("a"), event("b")));

    assertThat(heard.outcomes).hasSize(2).containsValue(Outcome.Accepted.PLAIN);
    assertThat(stateOf("a")).isEqualTo(KeyState.DELIVERED);
    assertThat(heard.sent.get()).isEqualTo(1);
  }

  @Test
  void an_outage_is_retried_with_growing_waits_and_then_stops_the_run()
      throws InterruptedException {
    HttpPost post = post(answers(answer(500, "busy")), false, Deliveries.account());
    deliver(post, List.of(event("a")));

    assertThat(heard.sent.get()).isEqualTo(6);
    assertThat(heard.retried.get()).isEqualTo(5);
    assertThat(code("a")).as("it was tried").isEqualTo(Code.DELIVERY_FAILED);
    assertThat(post.stopped()).get().matches(s -> s.code() == Code.PLATFORM_UNAVAILABLE);
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
    assertThat(time.pauses).allMatch(p -> p.compareTo(Duration.ofMinutes(2)) <= 0);
  }

  @Test
  void a_throttle_that_never_ends_stops_the_run_with_the_platforms_own_word()
      throws InterruptedException {
    Deliveries.WordDelivery daily =
        new Deliveries.WordDelivery(false) {
          @Override
          public Reading read(HttpAnswer answer, List<Event> events) {
            return ((Reading.TryAgain) super.read(answer, events))
                .endingIn(new Reading.Stop(Code.RETRY_LATER, "tomorrow"));
          }
        };
    HttpPost post =
        post(answers(answer(429, "slow", "retry-after", "2")), daily, Deliveries.account());
    deliver(post, List.of(event("a")));

    assertThat(heard.sent.get()).isEqualTo(6);
    assertThat(post.stopped()).contains(new Reading.Stop(Code.RETRY_LATER, "tomorrow"));
    assertThat(code("a")).isEqualTo(Code.RETRY_LATER);
    assertThat(stateOf("a")).isEqualTo(KeyState.NEW);
  }

  @Test
  void no_request_leaves_before_retry_after() throws InterruptedException {
    List<java.time.Instant> sentAt = new ArrayList<>();
    Wire wire = answers(answer(429, "slow", "retry-after", "300"), answer(200, "ok"));
    deliver(
        call -> {
          sentAt.add(time.now());
          return wire.send(call);
        },
        List.of(event("a")));

    assertThat(Duration.between(sentAt.get(0), sentAt.get(1)))
        .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    assertThat(heard.outcomes.get("a")).isEqualTo(Outcome.Accepted.PLAIN);
  }

  @Test
  void a_wait_beyond_ten_minutes_stops_the_run_and_names_the_time() throws InterruptedException {
    HttpPost post =
        post(answers(answer(429, "slow", "retry-after", "601")), false, Deliveries.account());
    deliver(post, List.of(event("a")));

    assertThat(post.stopped()).get().matches(s -> s.words().contains("2026-11-21T09:10:01Z"));
    assertThat(heard.sent.get()).isEqualTo(1);
  }

  @Test
  void garbage_in_retry_after_counts_as_absent() throws InterruptedException {
    deliver(
        answers(answer(429, "busy", "retry-after", "soon"), answer(200, "ok")),
        List.of(event("a")));

    assertThat(heard.outcomes.get("a")).isEqualTo(Outcome.Accepted.PLAIN);
  }

  @Test
  void one_poisoned_event_in_a_thousand_is_isolated_within_21_requests()
      throws InterruptedException {
    for (int poison : new int[] {0, 1, 2, 124, 249, 250, 374, 498, 499, 500, 875, 998, 999}) {
      heard.outcomes.clear();
      heard.sent.set(0);
      List<Pending> events =
          IntStream.range(0, 1000).mapToObj(i -> event("e" + poison + "-" + i)).toList();
      String bad = "e" + poison + "-" + poison;
      deliver(
          call ->
              List.of(body(call).split(" ", -1)).contains(bad)
                  ? answer(400, "refused")
                  : answer(200, "ok"),
          events);

      assertThat(heard.outcomes.get(bad)).isInstanceOf(Outcome.Refused.class);
      assertThat(heard.outcomes.values().stream().filter(o -> o instanceof Outcome.Accepted))
          .hasSize(999);
      assertThat(heard.sent.get()).isLessThanOrEqualTo(21);
    }
  }

  private Wire refusing(Set<String> poisons) {
    return call ->
        List.of(body(call).split(" ", -1)).stream().anyMatch(poisons::contains)
            ? answer(400, "refused")
            : answer(200, "ok");
  }

  private long accepted() {
    return heard.outcomes.values().stream().filter(o -> o instanceof Outcome.Accepted).count();
  }

  @Test
  void ten_poisoned_events_in_a_thousand_are_isolated_in_two_runs() throws InterruptedException {
    Set<String> poisons = new HashSet<>();
    IntStream.range(0, 10).forEach(i -> poisons.add("e" + (3 + 105 * i)));
    List<Pending> events =
        IntStream.range(0, 1000).mapToObj(i -> event("e" + i)).collect(Collectors.toList());
    for (int run = 1; run <= 2; run++) {
      heard.outcomes.clear();
      deliver(refusing(poisons), events);
      events.removeIf(e -> !(heard.outcomes.get(e.event().id()) instanceof Outcome.NotSent));
    }

    assertThat(events).isEmpty();
  }

  @Test
  void what_was_refused_before_keeps_nothing_else_waiting() throws InterruptedException {
    Set<String> poisons = Set.of("e1", "e3");
    List<Pending> events =
        IntStream.range(0, 6)
            .mapToObj(i -> event("e" + i))
            .map(e -> poisons.contains(e.event().id()) ? e.suspected() : e)
            .toList();
    deliver(refusing(poisons), events);

    assertThat(bodies).containsExactlyInAnyOrder("e0 e2 e4 e5", "e1 e3", "e1", "e3");
    assertThat(accepted()).isEqualTo(4);
  }

  @Test
  void sixty_that_are_refused_again_cost_a_request_each_and_one() throws InterruptedException {
    List<Pending> events =
        IntStream.range(0, 60).mapToObj(i -> event("e" + i).suspected()).toList();
    deliver(refusing(events.stream().map(e -> e.event().id()).collect(Collectors.toSet())), events);

    assertThat(heard.sent.get()).isEqualTo(61);
    assertThat(heard.outcomes.values()).allMatch(o -> o instanceof Outcome.Refused);
  }

  @Test
  void what_was_mended_of_many_that_were_refused_before_goes_out_in_the_end()
      throws InterruptedException {
    List<Pending> events =
        IntStream.range(0, 1000).mapToObj(i -> event("e" + i).suspected()).toList();
    deliver(refusing(Set.of("e17")), events);

    assertThat(heard.sent.get()).isLessThanOrEqualTo(65);
    assertThat(accepted()).isEqualTo(999);
  }

  @Test
  void a_request_that_is_too_large_is_halved_and_no_more() throws InterruptedException {
    List<Pending> events = IntStream.range(0, 1000).mapToObj(i -> event("e" + i)).toList();
    deliver(
        call -> body(call).split(" ", -1).length > 500 ? answer(400, "refused") : answer(200, "ok"),
        events);

    assertThat(heard.sent.get()).isEqualTo(3);
    assertThat(accepted()).isEqualTo(1000);
  }

  @Test
  void an_event_that_the_platform_names_is_left_out_and_the_rest_sent_again()
      throws InterruptedException {
    deliver(
        answers(answer(400, "refused 1"), answer(200, "ok")),
        List.of(event("a"), event("b"), event("c")));

    assertThat(bodies).containsExactly("a b c", "a c");
    assertThat(heard.outcomes.get("b")).isInstanceOf(Outcome.Refused.class);
    assertThat(stateOf("b")).isEqualTo(KeyState.NEW);
  }

  @Test
  void an_answer_that_is_not_understood_is_unknown_never_success() throws InterruptedException {
    deliver(answers(answer(200, "<html>")), List.of(event("a")));

    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(stateOf("a")).isEqualTo(KeyState.UNKNOWN);
  }

  @Test
  void a_lost_answer_is_repeated_only_where_the_platform_removes_duplicates()
      throws InterruptedException {
    Wire once = lostThenOk();
    deliver(post(once, false, Deliveries.account()), List.of(event("a")));
    deliver(post(lostThenOk(), true, Deliveries.account()), List.of(event("b")));

    assertThat(heard.outcomes.get("a")).isInstanceOf(Outcome.Unknown.class);
    assertThat(heard.outcomes.get("b")).isEqualTo(Outcome.Accepted.PLAIN);
  }

  private static Wire lostThenOk() {
    java.util.concurrent.atomic.AtomicBoolean first =
        new java.util.concurrent.atomic.AtomicBoolean(true);
    return call -> {
      if (first.getAndSet(false)) {
        throw WireFault.answerLost("reset");
      }
      return answer(200, "ok");
    };
  }

  @Test
  void a_request_that_never_left_may_always_be_repeated() throws InterruptedException {
    java.util.concurrent.atomic.AtomicBoolean first =
        new java.util.concurrent.atomic.AtomicBoolean(true);
    deliver(
        call -> {
          if (first.getAndSet(false)) {
            throw WireFault.notSent("refused");
          }
          return answer(200, "ok");
        },
        List.of(event("a")));

    assertThat(heard.outcomes.get("a")).isEqualTo(Outcome.Accepted.PLAIN);
  }

  @Test
  void after_a_stop_the_rest_is_not_attempted() throws InterruptedException {
    List<Pending> events = IntStream.range(0, 5000).mapToObj(i -> event("e" + i)).toList();
    HttpPost post = post(answers(answer(403, "stop")), false, Deliveries.account());
    deliver(post, events);

    assertThat(heard.sent.get()).isLessThanOrEqualTo(2);
    assertThat(heard.outcomes).hasSize(5000);
    assertThat(heard.outcomes.values())
        .allMatch(o -> o instanceof Outcome.NotSent n && n.code() == Code.NOT_ATTEMPTED);
  }

  @Test
  void a_redirect_stops_the_run_as_a_configuration_fault() throws InterruptedException {
    HttpPost post = post(answers(answer(302, "ok")), false, Deliveries.account());
    deliver(post, List.of(event("a")));

    assertThat(post.stopped()).get().matches(s -> s.code() == Code.CONFIGURATION_FAULT);
  }

  @Test
  void an_event_that_grew_too_old_while_waiting_is_left_out_of_the_next_attempt()
      throws InterruptedException {
    List<Pending> events = List.of(event("young"), event("old", NOW.getEpochSecond() + 30));
    deliver(answers(answer(429, "slow"), answer(200, "ok")), events);

    assertThat(bodies).containsExactly("young old", "young");
    assertThat(heard.outcomes.get("old")).isInstanceOf(Outcome.Expired.class);
    assertThat(heard.outcomes.get("young")).isEqualTo(Outcome.Accepted.PLAIN);
  }
}
