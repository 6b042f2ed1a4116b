package dev.footfall.core.group;

import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import java.util.Arrays;

/** The rows of one event, as references into their batches. */
public final class RowGroup {
  private RowBatch[] batches = new RowBatch[4];
  private int[] rows = new int[4];
  private int size;

  /** Adds a row. */
  public void add(RowBatch batch, int row) {
    if (size == rows.length) {
      batches = Arrays.copyOf(batches, size * 2);
      rows = Arrays.copyOf(rows, size * 2);
    }
    batches[size] = batch;
    rows[size++] = row;
  }

  /** How many rows. */
  public int size() {
    return size;
  }

  /** The column of a bound index, in the batch of row {@code i}. */
  public Column column(int index, int i) {
    return batches[i].column(index);
  }

  /** Where row {@code i} stands in its batch. */
  public int row(int i) {
    return rows[i];
  }

  /** Whether row {@code i} brings the hash of its cells. */
  public boolean isPrinted(int i) {
    return batches[i].isPrinted();
  }

  /** The hash of the cells of row {@code i}, where it {@link #isPrinted}. */
  public long print(int i) {
    return batches[i].prints()[rows[i]];
  }

  /** Where row {@code i} stood in the source's order, from 1. */
  public long rowNumber(int i) {
    return batches[i].rowNumbers()[rows[i]];
  }

  /** The batch in which row {@code i} came. */
  public RowBatch batch(int i) {
    return batches[i];
  }
}
