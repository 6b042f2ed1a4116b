package dev.footfall.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * A clock that follows another, but never goes back and never stands still: when somebody sets the
 * other one back, this one goes on as its ticks say until it is caught up with. Safe for threads.
 */
final class SteadyTime implements Time {
  private final Time wall;
  private final LongSupplier nanoseconds;
  private Instant last;
  private long lastTick;

  /**
   * A clock that starts where the other one is.
   *
   * @param nanoseconds since any moment; never go back
   */
  SteadyTime(Time wall, LongSupplier nanoseconds) {
    this.wall = wall;
    this.nanoseconds = nanoseconds;
    this.last = wall.now();
    this.lastTick = nanoseconds.getAsLong();
  }

  @Override
  public synchronized Instant now() {
    Instant said = wall.now(); // before the ticks, or a pause between the two would add up
    long tick = nanoseconds.getAsLong();
    Instant least = last.plusNanos(tick - lastTick);
    last = said.isAfter(least) ? said : least;
    lastTick = tick;
    return last;
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    wall.pause(duration);
  }

  @Override
  public void pause(Duration duration, Future<?> end) throws InterruptedException {
    wall.pause(duration, end);
  }
}
