package dev.footfall.bench.mapping;

import dev.footfall.core.destination.Code;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.MappingSink;

/** Counts events and fails when a row is rejected, because then something else is measured. */
final class CountingSink implements MappingSink {
  private int events;
  private long bytes;

  /** How many events came since the last call of {@link #expect}. */
  int events() {
    return events;
  }

  /** How many bytes the events since the last call have, which must be so many. */
  long expect(int count) {
    if (events != count) {
      throw new IllegalStateException(events + " events instead of " + count);
    }
    long sum = bytes;
    events = 0;
    bytes = 0;
    return sum;
  }

  @Override
  public void event(Event event) {
    events++;
    bytes += event.body().length;
  }

  @Override
  public void reject(int row, Code code, String column, String detail) {
    throw new IllegalStateException("row " + row + ": " + code + " " + column + " " + detail);
  }

  @Override
  public void rejectAll(Code code, String column, String detail) {
    reject(-1, code, column, detail);
  }

  @Override
  public void merged(int row) {}

  @Override
  public void dropped(int row, Code code, String column, String detail) {
    reject(row, code, column, detail);
  }

  @Override
  public void notice(Code code, String column, String detail) {}
}
