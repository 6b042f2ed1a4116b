package dev.footfall.core.source;

import java.util.List;

/**
 * A few thousand rows, column by column.
 *
 * <p>List and arrays are handed over: nobody changes them afterwards.
 *
 * @param columns in the order of the result's header; read by one thread
 * @param rowNumbers where each row stood in the source's own order, from 1; its length is the
 *     number of rows
 * @param prints hashes of each row's cells, for telling changed rows from unchanged ones; empty
 *     where they were not made on the way
 */
@SuppressWarnings("ArrayRecordComponent") // a hot path value that is never compared
public record RowBatch(List<Column> columns, long[] rowNumbers, long[] prints) {
  private static final long[] NO_PRINTS = {};

  /** Rows without prints. */
  public RowBatch(List<Column> columns, long[] rowNumbers) {
    this(columns, rowNumbers, NO_PRINTS);
  }

  /** How many rows. */
  public int size() {
    return rowNumbers.length;
  }

  /** Whether the rows bring their {@link #prints}. */
  public boolean isPrinted() {
    return prints.length == rowNumbers.length;
  }

  /** The column at an index of the header. */
  public Column column(int index) {
    return columns.get(index);
  }
}
