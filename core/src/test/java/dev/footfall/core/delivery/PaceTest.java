package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    pace.await();
    pace.await();

    assertThat(time.pauses).hasSize(1);
    assertThat(time.pauses.get(0)).isBetween(Duration.ofMillis(999), Duration.ofSeconds(1));
  }

  @Test
  void a_hold_delays_the_next_request_by_what_is_left_of_it() throws InterruptedException {
    Pace pace = new Pace(time, 60_000);
    pace.hold(time.now().plusSeconds(5));
    pace.await();

    assertThat(time.pauses.get(0)).isBetween(Duration.ofMillis(4999), Duration.ofSeconds(5));
  }
}
