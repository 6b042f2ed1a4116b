package dev.footfall.core.source;

import java.util.List;

/**
 * A few thousand rows, column by column.
 *
 * @param columns in the order of the result's header
 * @param rowNumbers where each row stood in the source's own order, from 1; its length is the
 *     number of rows
 */
@SuppressWarnings("ArrayRecordComponent") // a hot path value that is never compared
public record RowBatch(List<Column> columns, long[] rowNumbers) {
  /** Copies the list; the array is handed over. */
  public RowBatch {
    columns = List.copyOf(columns);
  }

  /** How many rows. */
  public int size() {
    return rowNumbers.length;
  }

  /** The column at an index of the header. */
  public Column column(int index) {
    return columns.get(index);
  }
}
