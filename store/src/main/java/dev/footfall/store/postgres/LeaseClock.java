package dev.footfall.store.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * How much time has surely passed for the rest of the world. A machine's own count stands still
 * while the machine sleeps, and its time of day may be set back: the greater of both counts.
 *
 * @param ticks nanoseconds of this machine's own count
 * @param day the time of day
 * @param start what both said at the beginning
 */
record LeaseClock(LongSupplier ticks, InstantSource day, Start start) {
  /** Readings at the beginning. */
  record Start(long ticks, Instant day) {}

  static LeaseClock of(LongSupplier ticks, InstantSource day) {
    return new LeaseClock(ticks, day, new Start(ticks.getAsLong(), day.instant()));
  }

  static LeaseClock system() {
    return of(System::nanoTime, InstantSource.system());
  }

  /** Time since the beginning. */
  Duration elapsed() {
    Duration counted = Duration.ofNanos(ticks.getAsLong() - start.ticks());
    Duration told = Duration.between(start.day(), day.instant());
    return told.compareTo(counted) > 0 ? told : counted;
  }
}
