package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What an account's pace promises whatever comes, on a clock of our own. */
class PaceEntryTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  /** What happens to an account after some time. */
  private record Turn(What what, long millis) {}

  private enum What {
    REQUEST,
    SUCCESS,
    THROTTLE,
    HOLD
  }

  /** An account on its way through a story. */
  private static final class Story {
    private final int limit;
    private Instant now = START;
    private PaceEntry entry = PaceEntry.NEW;
    private final List<Instant> slots = new ArrayList<>();

    Instant latest() {
      return slots.get(slots.size() - 1);
    }

    Story(int limit) {
      this.limit = limit;
    }

    void go(Turn turn) {
      switch (turn.what()) {
        case REQUEST -> request();
        case SUCCESS -> entry = entry.succeeded(limit, now);
        case THROTTLE -> entry = entry.throttled(limit, now, Duration.ofMillis(turn.millis()));
        case HOLD -> entry = entry.held(Duration.ofMillis(turn.millis()), now);
      }
      now = now.plusMillis(turn.what() == What.HOLD ? 0 : turn.millis());
    }

    /** Four are under way at most. */
    private void request() {
      if (slots.size() >= 4) {
        Instant free = slots.get(slots.size() - 4);
        now = free.isAfter(now) ? free : now;
      }
      Duration held = entry.heldFor(now);
      entry = entry.reserved(limit, now);
      Duration wait = entry.untilSlot(now);
      assertThat(wait).as("never before the platform said").isGreaterThanOrEqualTo(held);
      slots.add(now.plus(wait));
    }
  }

  @Property(tries = 300)
  void no_slot_is_before_a_hold_ends_and_no_two_are_nearer_than_the_limit_allows(
      @ForAll @IntRange(min = 1, max = 600_000) int limit, @ForAll("turns") List<Turn> turns) {
    Story story = new Story(limit);
    turns.forEach(story::go);

    Duration least = Duration.ofMinutes(1).dividedBy(limit);
    Instant before = Instant.MIN;
    for (Instant slot : story.slots) {
      assertThat(slot).isAfterOrEqualTo(before.equals(Instant.MIN) ? before : before.plus(least));
      before = slot;
    }
  }

  @Property(tries = 300)
  void an_entry_is_the_same_when_it_is_read_again(@ForAll("turns") List<Turn> turns) {
    Story story = new Story(600);
    turns.forEach(story::go);
    PaceEntry again = PaceEntry.parse(story.entry.toText()).orElseThrow();

    assertThat(again.lastSlot()).isEqualTo(story.entry.lastSlot());
    assertThat(again.notBefore()).isEqualTo(story.entry.notBefore());
    assertThat(again.toText()).isEqualTo(story.entry.toText());
  }

  @Property(tries = 50)
  void a_throttle_halves_the_pace_and_successes_bring_it_back(
      @ForAll @IntRange(min = 60, max = 6000) int limit,
      @ForAll @IntRange(min = 1, max = 9) int throttles) {
    Story story = new Story(limit);
    for (int i = 0; i < 100; i++) {
      story.request();
      story.now = story.latest();
    }
    for (int i = 0; i < throttles; i++) {
      Duration fast = gap(story);
      story.now = story.now.plusSeconds(1);
      story.entry = story.entry.throttled(limit, story.now, Duration.ofMillis(100));
      assertThat(gap(story)).isGreaterThan(fast).isLessThanOrEqualTo(Duration.ofSeconds(10));
      if (gap(story).equals(Duration.ofSeconds(10))) {
        break;
      }
    }
    int successes = 0;
    while (story.entry.slowness().perMinute() > 0) {
      double slow = story.entry.slowness().perMinute();
      story.request();
      story.now = story.latest().plusSeconds(1);
      story.entry = story.entry.succeeded(limit, story.now);
      assertThat(
              story.entry.slowness().perMinute() == 0 || story.entry.slowness().perMinute() >= slow)
          .isTrue();
      assertThat(++successes).isLessThan(4000);
    }
    assertThat(gap(story))
        .isLessThanOrEqualTo(Duration.ofMinutes(1).dividedBy(limit).plusNanos(1000));
  }

  /** The time between two requests, were they made now. */
  private static Duration gap(Story story) {
    PaceEntry one = story.entry.reserved(story.limit, story.now);
    PaceEntry two = one.reserved(story.limit, story.now);
    return two.untilSlot(story.now).minus(one.untilSlot(story.now));
  }

  @Test
  void requests_that_were_throttled_together_count_once() {
    PaceEntry once = PaceEntry.NEW.throttled(600, START, Duration.ofSeconds(1));

    assertThat(once.throttled(600, START.plusMillis(500), Duration.ofSeconds(1))).isSameAs(once);
    assertThat(once.throttled(600, START.plusSeconds(5), Duration.ofSeconds(1))).isNotSameAs(once);
  }

  @Test
  void a_clock_that_was_put_back_does_not_keep_requests_waiting() {
    PaceEntry late = PaceEntry.NEW.reserved(60, START.plus(Duration.ofHours(2)));

    assertThat(late.reserved(60, START).untilSlot(START)).isZero();
  }

  @Test
  void a_hold_is_believed_for_a_week_at_most() {
    PaceEntry held = PaceEntry.NEW.held(Duration.ofDays(11_000), START);

    assertThat(held.heldFor(START)).isEqualTo(Duration.ofDays(7));
    assertThat(held.heldFor(START.minus(Duration.ofDays(1)))).isZero();
  }

  @Test
  void what_is_no_entry_is_not_read_as_one() {
    assertThat(PaceEntry.parse("")).isEmpty();
    assertThat(PaceEntry.parse("1 2 3")).isEmpty();
    assertThat(PaceEntry.parse("1 a b c d e f g h i")).isEmpty();
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    Arbitrary<What> what =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(10, Arbitraries.just(What.REQUEST)),
            net.jqwik.api.Tuple.of(4, Arbitraries.just(What.SUCCESS)),
            net.jqwik.api.Tuple.of(2, Arbitraries.just(What.THROTTLE)),
            net.jqwik.api.Tuple.of(1, Arbitraries.just(What.HOLD)));
    return Combinators.combine(what, Arbitraries.longs().between(0, 20_000))
        .as(Turn::new)
        .list()
        .ofMaxSize(60);
  }
}
