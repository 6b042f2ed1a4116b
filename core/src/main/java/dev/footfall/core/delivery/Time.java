package dev.footfall.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** The run's clock and its waits, handed in so that tests need neither. */
public interface Time {
  /** The current instant. */
  Instant now();

  /** Waits; returns at once for zero and negative durations. */
  void pause(Duration duration) throws InterruptedException;

  /** Waits until the time is over, or until {@code end} is done where that can be seen. */
  default void pause(Duration duration, Future<?> end) throws InterruptedException {
    pause(duration);
  }

  /** This machine's clock; from this call on it never goes back, whoever sets the machine's. */
  static Time system() {
    return steady(
        new Time() {
          @Override
          public Instant now() {
            return Instant.now();
          }

          @Override
          public void pause(Duration duration) throws InterruptedException {
            if (!duration.isNegative()) {
              Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
            }
          }

          @Override
          public void pause(Duration duration, Future<?> end) throws InterruptedException {
            try {
              end.get(duration.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException over) {
              // that was the whole of it
            } catch (ExecutionException ended) {
              // so it is done
            }
          }
        },
        System::nanoTime);
  }

  /**
   * A clock that may be set at any time, made one that never goes back.
   *
   * @param nanoseconds since any moment, by a clock that nobody sets
   */
  static Time steady(Time unsteady, LongSupplier nanoseconds) {
    return new SteadyTime(unsteady, nanoseconds);
  }

  /** This machine's pace, shifted so that it starts at {@code now}. */
  static Time startingAt(Instant now) {
    Time system = system();
    Duration shift = Duration.between(system.now(), now);
    return new Time() {
      @Override
      public Instant now() {
        return system.now().plus(shift);
      }

      @Override
      public void pause(Duration duration) throws InterruptedException {
        system.pause(duration);
      }

      @Override
      public void pause(Duration duration, Future<?> end) throws InterruptedException {
        system.pause(duration, end);
      }
    };
  }
}
