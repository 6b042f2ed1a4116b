package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.footfall.core.destination.DailyQuota;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {
  /** A clock that moves on between any two looks at it, as real ones do. */
  private static final class TickingTime implements Time {
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @Override
    public Instant now() {
      now = now.plusNanos(100);
      return now;
    }

    @Override
    public void pause(Duration duration) {
      assertThat(pauses).as("pauses for one request").hasSizeLessThan(10);
      pauses.add(duration);
      now = now.plus(duration);
    }
  }

  private final TickingTime time = new TickingTime();

  @Test
  void a_request_waits_once_for_its_slot() throws InterruptedException {
    Pace pace = new Pace(time, 60);
    begin(pace);
    begin(pace);

    assertThat(time.pauses).hasSize(1);
    assertThat(time.pauses.get(0)).isBetween(Duration.ofMillis(999), Duration.ofSeconds(1));
  }

  @Test
  void a_hold_delays_the_next_request_by_what_is_left_of_it() throws InterruptedException {
    Pace pace = new Pace(time, 60_000);
    pace.hold(Duration.ofSeconds(5));
    begin(pace);

    assertThat(time.pauses.get(0)).isCloseTo(Duration.ofSeconds(5), Duration.ofMillis(1));
  }

  private static void begin(Pace pace) throws InterruptedException {
    assertThat(pace.begin(new Circuit(pace.clock()))).isEmpty();
    pace.leave();
  }

  @Test
  void those_who_share_an_account_share_its_slots() throws InterruptedException {
    PaceBook book = PaceBook.inMemory();
    Pace one = new Pace(new Pace.Shared(book, "meta/api/ours", time), 60);
    Pace other = new Pace(new Pace.Shared(book, "meta/api/ours", time), 60);
    begin(one);
    begin(other);
    begin(one);
    begin(new Pace(new Pace.Shared(book, "meta/api/theirs", time), 60));

    assertThat(time.pauses).hasSize(2);
  }

  @Test
  void a_hold_outlives_the_run_that_was_told_of_it() throws InterruptedException {
    PaceBook book = PaceBook.inMemory();
    new Pace(new Pace.Shared(book, "a", time), 60).hold(Duration.ofMinutes(9));
    begin(new Pace(new Pace.Shared(book, "a", time), 60));

    assertThat(time.pauses.get(0)).isCloseTo(Duration.ofMinutes(9), Duration.ofMillis(1));
  }

  @Test
  void nobody_waits_for_the_end_of_a_hold_beyond_ten_minutes() throws InterruptedException {
    Pace pace = new Pace(time, 60);
    pace.hold(Duration.ofMinutes(11));

    assertThat(pace.begin(new Circuit(time)))
        .get()
        .matches(hold -> hold.compareTo(Duration.ofMinutes(10)) > 0);
    assertThat(time.pauses).isEmpty();
  }

  @Test
  void who_waited_for_his_slot_waits_on_when_the_platform_says_so_meanwhile()
      throws InterruptedException {
    PaceBook book = PaceBook.inMemory();
    Pace.Shared shared = new Pace.Shared(book, "a", time);
    Pace pace = new Pace(shared, 60);
    Time tells =
        new Time() {
          private boolean isTold;

          @Override
          public Instant now() {
            return time.now();
          }

          @Override
          public void pause(Duration duration) {
            time.pause(duration);
            if (!isTold) {
              isTold = true;
              new Pace(shared, 60).hold(Duration.ofSeconds(30));
            }
          }
        };
    begin(pace);
    begin(new Pace(new Pace.Shared(book, "a", tells), 60));

    assertThat(time.pauses).hasSize(2);
    assertThat(time.pauses.get(1)).isCloseTo(Duration.ofSeconds(30), Duration.ofSeconds(1));
  }

  @Test
  void a_book_out_of_reach_keeps_nobody_from_keeping_his_own_pace() throws InterruptedException {
    PaceBook lost = (account, now, change) -> Optional.empty();
    Pace pace = new Pace(new Pace.Shared(lost, "a", time), 60);
    begin(pace);
    begin(pace);
    pace.hold(Duration.ofSeconds(7));
    begin(pace);

    assertThat(time.pauses).hasSize(2);
    assertThat(time.pauses.get(1)).isCloseTo(Duration.ofSeconds(7), Duration.ofMillis(1));
  }

  @Test
  void when_the_requests_of_a_day_are_made_all_who_share_them_wait_for_the_next()
      throws InterruptedException {
    DailyQuota quota = new DailyQuota(3, ZoneId.of("America/Los_Angeles"));
    Pace.Shared shared = new Pace.Shared(PaceBook.inMemory(), "google", time);
    Pace one = new Pace(shared, 6000, Optional.of(quota));
    Pace other = new Pace(shared, 6000, Optional.of(quota));
    begin(one);
    begin(other);
    assertThat(one.left()).get().matches(left -> left.requests() == 1);
    begin(other);

    Duration night = one.begin(new Circuit(time)).orElseThrow();
    assertThat(time.now.plus(night))
        .isCloseTo(Instant.parse("2026-11-22T08:00:00Z"), within(1, ChronoUnit.SECONDS));
    assertThat(other.left()).get().matches(left -> left.requests() == 0);

    time.now = time.now.plus(night).plusSeconds(1);
    begin(one);
    assertThat(one.left()).get().matches(left -> left.requests() == 2);
  }
}
