package dev.footfall.destinations.tradedesk;

import dev.footfall.core.event.Event;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What requests of one run know of each other: their numbers, and whether any conversion was taken.
 */
final class RunMemory {
  private final AtomicInteger last = new AtomicInteger();
  private final Map<Long, Integer> numbers = new ConcurrentHashMap<>();
  private volatile boolean hasTaken;

  /** The number of the request that begins with these events; the same when it is repeated. */
  int number(List<Event> events) {
    long[] rows = events.isEmpty() ? new long[1] : events.get(0).rows().numbers();
    return numbers.computeIfAbsent(rows[0], row -> last.incrementAndGet());
  }

  /** A conversion was taken. */
  void taken() {
    hasTaken = true;
  }

  /** Whether any conversion was taken. */
  boolean hasTaken() {
    return hasTaken;
  }
}
