package dev.footfall.core.event;

import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.RowBatch;

/**
 * Turns the rows of one event into its bytes. Pure but for its own scratch memory; one instance a
 * thread.
 */
public interface EventMapper {
  /**
   * Says to which group a row belongs.
   *
   * @param key cleared; receives the bytes that all rows of the group share, and no other group's
   */
  Membership group(RowBatch batch, int row, ByteBuilder key);

  /**
   * Names a group's event for the ledger without building it.
   *
   * @param material cleared; receives the name
   * @return false when the name is only known once the event is built
   */
  boolean identify(RowGroup group, ByteBuilder material);

  /**
   * Maps a group. Every row is either rejected through {@code sink} or counted in an event given to
   * it.
   */
  void map(RowGroup group, MappingSink sink);

  /** How a row finds its group. */
  enum Membership {
    /** Rows with equal keys are one event, wherever they stand. */
    GROUPED,
    /** The row is an event of its own. */
    ALONE
  }
}
