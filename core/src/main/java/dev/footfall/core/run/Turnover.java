package dev.footfall.core.run;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts, for each value that events set, how many of those that the platform has already were
 * another one this time. Each change may be billed, so a value that changes for nearly everybody in
 * every run is worth a word. Used by the mapping thread.
 */
final class Turnover {
  /** Fewer values than these say nothing about a column. */
  private static final int LEAST = 20;

  /** Restless is what changed in more than this share of its values. */
  private static final double MOST = 0.9;

  private final Map<String, Count> byName = new HashMap<>();

  private static final class Count {
    private long compared;
    private long changed;

    boolean isRestless() {
      return compared >= LEAST && changed > MOST * compared;
    }
  }

  /** A value of that name was compared with what the platform has. */
  void compared(byte[] body, int nameStart, int nameEnd, boolean isChanged) {
    String name = new String(body, nameStart, nameEnd - nameStart, StandardCharsets.UTF_8);
    Count count = byName.computeIfAbsent(name, n -> new Count());
    count.compared++;
    count.changed += isChanged ? 1 : 0;
  }

  /** The names of the values that changed nearly everywhere. */
  Set<String> restless() {
    return byName.entrySet().stream()
        .filter(entry -> entry.getValue().isRestless())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
