package dev.footfall.destinations.contract;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Keeps the books of a mapping as a run does: notes of a rejected event are forgotten. */
final class TestSink implements MappingSink {
  private final List<Event> events = new ArrayList<>();
  private final List<Mapped.Line> rejected = new ArrayList<>();
  private final List<Mapped.Line> dropped = new ArrayList<>();
  private final List<Mapped.Line> notices = new ArrayList<>();
  private final Set<ByteBuffer> known = new HashSet<>();
  private final List<Mapped.Line> ownDropped = new ArrayList<>();
  private final List<Mapped.Line> ownNotices = new ArrayList<>();
  private final Set<Integer> gone = new HashSet<>();
  private RowGroup group = new RowGroup();

  void begin(RowGroup next) {
    group = next;
    gone.clear();
    ownDropped.clear();
    ownNotices.clear();
  }

  /** Whether an event of that name was there before. */
  boolean isKnown(byte[] material) {
    return known.contains(ByteBuffer.wrap(material));
  }

  @Override
  public void event(Event event) {
    boolean repeated = isKnown(event.keys().own());
    boolean sameAlias = event.keys().alias().length > 0 && isKnown(event.keys().alias());
    if (repeated || sameAlias) {
      rowsOf(event)
          .filter(row -> !gone.contains(row))
          .forEach(row -> reject(row, Code.DUPLICATE_EVENT, "", ""));
      return;
    }
    known.add(ByteBuffer.wrap(event.keys().own()));
    if (event.keys().alias().length > 0) {
      known.add(ByteBuffer.wrap(event.keys().alias()));
    }
    events.add(event);
    List<Long> numbers = rowsOf(event).mapToObj(group::rowNumber).toList();
    ownDropped.stream().filter(line -> numbers.contains(line.row())).forEach(dropped::add);
    notices.addAll(ownNotices);
  }

  private IntStream rowsOf(Event event) {
    List<Long> numbers = Arrays.stream(event.rows().numbers()).boxed().toList();
    return IntStream.range(0, group.size()).filter(row -> numbers.contains(group.rowNumber(row)));
  }

  @Override
  public void reject(int row, Code code, String column, String detail) {
    if (!gone.add(row)) {
      throw new AssertionError("row " + row + " is rejected twice");
    }
    rejected.add(new Mapped.Line(group.rowNumber(row), code, column, detail));
  }

  @Override
  public void rejectAll(Code code, String column, String detail) {
    for (int row = 0; row < group.size(); row++) {
      if (!gone.contains(row)) {
        reject(row, code, column, detail);
      }
    }
  }

  @Override
  public void merged(int row) {
    reject(row, Code.DUPLICATE_EVENT, "", "");
  }

  @Override
  public void dropped(int row, Code code, String column, String detail) {
    ownDropped.add(new Mapped.Line(group.rowNumber(row), code, column, detail));
  }

  @Override
  public void notice(Code code, String column, String detail) {
    ownNotices.add(new Mapped.Line(0, code, column, detail));
  }

  Mapped mapped() {
    return new Mapped(events, rejected, dropped, notices);
  }
}
