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
   * <p>A key of {@link Membership#ADJACENT} rows is the order id, or, where one order may become
   * several events, the order id, a zero byte and what tells them apart: their rows may be mixed.
   *
   * @param key cleared; receives the bytes that all rows of the group share
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
    /** Rows with equal keys follow each other, because the source sorted them. */
    ADJACENT,
    /** Rows with equal keys may stand anywhere among those without an order id. */
    SCATTERED,
    /** The row is an event of its own. */
    ALONE
  }
}
