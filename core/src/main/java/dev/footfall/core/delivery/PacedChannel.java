package dev.footfall.core.delivery;

import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Waits for a request's turn; where the platform lets nobody come for long, the run stops. */
final class PacedChannel implements Channel {
  private final Channel next;
  private final Line line;

  PacedChannel(Channel next, Line line) {
    this.next = next;
    this.line = line;
  }

  @Override
  public Reading send(List<Event> events) throws InterruptedException {
    Optional<Duration> hold = line.pace().begin(line.circuit());
    if (hold.isPresent()) {
      return RetryAfter.held(hold.get(), line);
    }
    try {
      Optional<Reading.Stop> halted = line.circuit().halted();
      return halted.isPresent() ? halted.get() : next.send(events);
    } finally {
      line.pace().leave();
    }
  }
}
