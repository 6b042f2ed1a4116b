package dev.footfall.app.faults;

import dev.footfall.sandbox.platform.Journal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Which events a platform accepted, and how often each; those without an id by their content. */
final class Heard implements Journal {
  private final Map<String, Integer> times = new TreeMap<>();

  synchronized Set<String> events() {
    return Set.copyOf(times.keySet());
  }

  @Override
  public void replay(Consumer<Line> each) {}

  @Override
  public synchronized void append(Line line) {
    String name = line.key() == NO_KEY ? line.event().json() : String.valueOf(line.key());
    times.merge(line.event().target() + "/" + name, 1, Integer::sum);
  }

  @Override
  public void flush() {}

  @Override
  public synchronized void clear() {
    times.clear();
  }

  @Override
  public void close() {}

  private static final long NO_KEY = 0;
}
