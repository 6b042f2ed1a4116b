package dev.footfall.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The run's clock while somebody sets the machine's. */
class SteadyTimeTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private Instant said = NOON;
  private long ticks = Long.MAX_VALUE - 5;
  private final Time time =
      Time.steady(
          new Time() {
            @Override
            public Instant now() {
              return said;
            }

            @Override
            public void pause(Duration duration) {
              passes(duration);
            }
          },
          () -> ticks);

  private void passes(Duration duration) {
    said = said.plus(duration);
    ticks += duration.toNanos();
  }

  @Test
  void it_follows_the_clock_when_nobody_sets_it() {
    passes(Duration.ofSeconds(7));
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(7));
  }

  @Test
  void it_goes_on_when_the_clock_is_set_back_and_follows_it_once_it_is_caught_up_with() {
    said = NOON.minusSeconds(3600);
    assertThat(time.now()).isEqualTo(NOON);
    passes(Duration.ofMinutes(1));
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(60));
    said = NOON.plusSeconds(61);
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(61));
  }

  @Test
  void it_follows_the_clock_when_the_machine_has_slept() {
    said = NOON.plusSeconds(3600);
    assertThat(time.now()).isEqualTo(NOON.plusSeconds(3600));
  }

  @Test
  void a_hold_is_not_longer_for_a_clock_that_was_set_back() throws InterruptedException {
    Pace pace = new Pace(time, 60);
    pace.hold(Duration.ofSeconds(5));
    said = NOON.minusSeconds(3600);
    assertThat(pace.begin(new Circuit(pace.clock()))).isEmpty();
    assertThat(Duration.between(NOON, time.now())).isEqualTo(Duration.ofSeconds(5));
  }
}
