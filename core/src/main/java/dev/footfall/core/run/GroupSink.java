package dev.footfall.core.run;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What mapping one group gave, until it is known whether the event stays. Reused; one thread. */
final class GroupSink implements MappingSink {
  private final List<Note> notes = new ArrayList<>();
  private final List<Event> events = new ArrayList<>(1);
  private final List<Optional<Note>> rejections = new ArrayList<>();
  private final BitSet merged = new BitSet();
  private int rows;

  /** Something said of a row, or of the event ({@code row} −1). */
  record Note(int row, Code code, String column, String detail) {}

  void begin(RowGroup group) {
    rows = group.size();
    rejections.clear();
    notes.clear();
    merged.clear();
    events.clear();
  }

  @Override
  public void event(Event event) {
    events.add(event);
  }

  @Override
  public void reject(int row, Code code, String column, String detail) {
    if (rejection(row).isEmpty() && !merged.get(row)) {
      while (rejections.size() < rows) {
        rejections.add(Optional.empty());
      }
      rejections.set(row, Optional.of(new Note(row, code, column, detail)));
    }
  }

  @Override
  public void rejectAll(Code code, String column, String detail) {
    for (int row = 0; row < rows; row++) {
      reject(row, code, column, detail);
    }
  }

  @Override
  public void merged(int row) {
    merged.set(row);
  }

  @Override
  public void dropped(int row, Code code, String column, String detail) {
    notes.add(new Note(row, code, column, detail));
  }

  @Override
  public void notice(Code code, String column, String detail) {
    notes.add(new Note(-1, code, column, detail));
  }

  List<Event> events() {
    return events;
  }

  List<Note> notes() {
    return notes;
  }

  boolean hasRejections() {
    return !rejections.isEmpty();
  }

  /** How many rows another one of the group stands for. */
  int mergedRows() {
    return merged.cardinality();
  }

  Optional<Note> rejection(int row) {
    return rejections.isEmpty() ? Optional.empty() : rejections.get(row);
  }

  int rows() {
    return rows;
  }
}
