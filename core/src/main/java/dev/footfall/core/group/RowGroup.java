package dev.footfall.core.group;

import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import java.util.Arrays;

/**
 * The rows of one event, as references into their batches. Reused from group to group; valid until
 * the next one is read.
 */
public final class RowGroup {
  private RowBatch[] batches = new RowBatch[16];
  private int[] rows = new int[16];
  private int size;

  /** Forgets its rows. */
  public void clear() {
    Arrays.fill(batches, 0, size, null);
    size = 0;
  }

  /** Adds a row. */
  public void add(RowBatch batch, int row) {
    if (size == rows.length) {
      batches = Arrays.copyOf(batches, size * 2);
      rows = Arrays.copyOf(rows, size * 2);
    }
    batches[size] = batch;
    rows[size++] = row;
  }

  /** A copy that stays valid. */
  public RowGroup copy() {
    RowGroup copy = new RowGroup();
    for (int i = 0; i < size; i++) {
      copy.add(batches[i], rows[i]);
    }
    return copy;
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

  /** Where row {@code i} stood in the source's order, from 1. */
  public long rowNumber(int i) {
    return batches[i].rowNumbers()[rows[i]];
  }

  /** Sorts the rows; stable. Most groups are tiny, so by insertion. */
  public void sort(RowComparator order) {
    if (size > 64) {
      sortLarge(order);
      return;
    }
    for (int i = 1; i < size; i++) {
      for (int j = i; j > 0 && order.compare(this, j - 1, j) > 0; j--) {
        swap(j - 1, j);
      }
    }
  }

  private void sortLarge(RowComparator order) {
    Integer[] positions = new Integer[size];
    Arrays.setAll(positions, i -> i);
    Arrays.sort(positions, (a, b) -> order.compare(this, a, b));
    RowBatch[] oldBatches = batches.clone();
    int[] oldRows = rows.clone();
    for (int i = 0; i < size; i++) {
      batches[i] = oldBatches[positions[i]];
      rows[i] = oldRows[positions[i]];
    }
  }

  private void swap(int a, int b) {
    RowBatch batch = batches[a];
    batches[a] = batches[b];
    batches[b] = batch;
    int row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
  }

  /** Compares two rows of a group. */
  @FunctionalInterface
  public interface RowComparator {
    /** Negative, zero or positive, as row {@code a} comes before, with or after row {@code b}. */
    int compare(RowGroup group, int a, int b);
  }
}
