package dev.footfall.app.faults;

import dev.footfall.core.delivery.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that whoever waits moves on: hours of back-off pass in no time. Safe for threads. */
final class VirtualTime implements Time {
  private final AtomicReference<Instant> now;

  VirtualTime(Instant start) {
    now = new AtomicReference<>(start);
  }

  void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant now() {
    return now.get();
  }

  @Override
  public void pause(Duration duration) {
    if (!duration.isNegative()) {
      now.updateAndGet(instant -> instant.plus(duration));
    }
  }
}
