package dev.footfall.app.coverage;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.MappingSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what mapping one group gave, and passes it on. Used for one group. */
final class HeardSink implements MappingSink {
  private final int rows;
  private final Optional<MappingSink> next;
  private final List<Event> events = new ArrayList<>(1);
  private final Map<Integer, Code> rejected = new HashMap<>();
  private final Map<Integer, Set<String>> dropped = new HashMap<>();

  HeardSink(int rows, Optional<MappingSink> next) {
    this.rows = rows;
    this.next = next;
  }

  /** The events of the group. */
  List<Event> events() {
    return events;
  }

  /** Rows of the group that were rejected with one of these codes. */
  List<Integer> rejected(Set<Code> codes) {
    return rejected.entrySet().stream()
        .filter(row -> codes.contains(row.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the mapper left out the cell of that column. */
  boolean isDropped(int row, String column) {
    return dropped.getOrDefault(row, Set.of()).contains(column);
  }

  @Override
  public void event(Event event) {
    events.add(event);
    next.ifPresent(sink -> sink.event(event));
  }

  @Override
  public void reject(int row, Code code, String column, String detail) {
    rejected.putIfAbsent(row, code);
    next.ifPresent(sink -> sink.reject(row, code, column, detail));
  }

  @Override
  public void rejectAll(Code code, String column, String detail) {
    for (int row = 0; row < rows; row++) {
      rejected.putIfAbsent(row, code);
    }
    next.ifPresent(sink -> sink.rejectAll(code, column, detail));
  }

  @Override
  public void merged(int row) {
    next.ifPresent(sink -> sink.merged(row));
  }

  @Override
  public void dropped(int row, Code code, String column, String detail) {
    dropped.computeIfAbsent(row, r -> new HashSet<>()).add(column);
    next.ifPresent(sink -> sink.dropped(row, code, column, detail));
  }

  @Override
  public void notice(Code code, String column, String detail) {
    next.ifPresent(sink -> sink.notice(code, column, detail));
  }
}
