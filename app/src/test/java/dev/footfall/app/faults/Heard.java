package dev.footfall.app.faults;

import dev.footfall.sandbox.platform.Journal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which events a platform accepted, and how often each; those without an id by their content. */
final class Heard implements Journal {
  private final Map<String, Integer> times = new TreeMap<>();
  private final Map<String, Instant> first = new TreeMap<>();
  private Runnable then = () -> {};
  private int batchesUntil;

  /** Does something once, when so many more batches were accepted and none was answered. */
  synchronized void afterBatch(int batches, Runnable action) {
    batchesUntil = batches;
    then = action;
  }

  synchronized Set<String> events() {
    return Set.copyOf(times.keySet());
  }

  /** When each was first accepted, by this machine's clock. */
  synchronized Map<String, Instant> moments() {
    return Map.copyOf(first);
  }

  @Override
  public void replay(Consumer<Line> each) {}

  @Override
  public synchronized void append(Line line) {
    String name = line.key() == NO_KEY ? line.event().json() : String.valueOf(line.key());
    String event = line.event().target() + "/" + name;
    times.merge(event, 1, Integer::sum);
    first.putIfAbsent(event, Instant.now());
  }

  @Override
  public synchronized void flush() {
    if (batchesUntil > 0 && --batchesUntil == 0) {
      then.run();
    }
  }

  @Override
  public synchronized void clear() {
    times.clear();
    first.clear();
  }

  @Override
  public void close() {}

  private static final long NO_KEY = 0;
}
