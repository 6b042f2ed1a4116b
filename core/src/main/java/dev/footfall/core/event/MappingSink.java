package dev.footfall.core.event;

import dev.footfall.core.destination.Code;

/** Takes what mapping one group gave. */
public interface MappingSink {
  /** The group's event; its rows are those not rejected. */
  void event(Event event);

  /**
   * A row leaves its group.
   *
   * @param row index in the group, as the group is ordered now
   * @param column the query's own label; empty when no column is to blame
   * @param detail what is wrong beyond the code's meaning, without any value; may be empty
   */
  void reject(int row, Code code, String column, String detail);

  /** All rows not rejected so far are rejected. */
  void rejectAll(Code code, String column, String detail);

  /** A later or better row of the same group stands for this one; it counts as a duplicate. */
  void merged(int row);

  /** A field of a row is left out; forgotten when the event is rejected after all. */
  void dropped(int row, Code code, String column, String detail);

  /** Something about the event is worth knowing; forgotten when it is rejected after all. */
  void notice(Code code, String column, String detail);
}
