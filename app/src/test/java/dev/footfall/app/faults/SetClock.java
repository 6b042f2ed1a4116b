package dev.footfall.app.faults;

import dev.footfall.core.delivery.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A machine's clock that somebody sets while programs wait by it; waits move it on and take no
 * time. Safe for threads.
 */
final class SetClock implements Time {
  private final AtomicLong millis;
  private final AtomicLong waited = new AtomicLong();

  SetClock(Instant start) {
    millis = new AtomicLong(start.toEpochMilli());
  }

  /** Somebody sets it. */
  void jump(Duration by) {
    millis.addAndGet(by.toMillis());
  }

  /** A run's clock on this machine. */
  Time ofRun() {
    return Time.steady(this, () -> waited.get() * 1_000_000);
  }

  /** How long programs have waited in all. */
  Duration waited() {
    return Duration.ofMillis(waited.get());
  }

  @Override
  public Instant now() {
    return Instant.ofEpochMilli(millis.get());
  }

  @Override
  public void pause(Duration duration) {
    long rounded = Math.max(0, duration.plusNanos(999_999).toMillis());
    waited.addAndGet(rounded);
    millis.addAndGet(rounded);
  }

  /** The same for whoever asks for the time only. */
  Clock plain() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now();
      }
    };
  }
}
