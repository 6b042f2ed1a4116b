package dev.footfall.core.group;

import dev.footfall.core.source.RowBatch;
import java.util.Arrays;

/**
 * Packed rows in memory, by key: a hash table of groups, each a chain of rows in the order in which
 * they came. Groups come in the order of their first rows.
 */
final class KeyedRows {
  private static final int NONE = -1;

  /** Rows a batch, unless one group has more. */
  private static final int BATCH = 2048;

  private final byte[] bytes;
  private final int[] places;
  private final int[] next;
  private final int[] firsts;
  private final int[] lasts;
  private final int[] hashes;
  private final int[] table;
  private int rows;
  private int groups;

  /** The {@code count} rows in {@code bytes[0, length)}. */
  KeyedRows(byte[] bytes, int length, int count) {
    this.bytes = bytes;
    places = new int[count];
    next = new int[count];
    firsts = new int[count];
    lasts = new int[count];
    hashes = new int[count];
    table = new int[Integer.highestOneBit(Math.max(1, count)) * 4];
    Arrays.fill(table, NONE);
    for (int at = 0; at < length; at += PackedRow.length(bytes, at)) {
      add(at);
    }
  }

  private void add(int at) {
    int row = rows++;
    places[row] = at;
    next[row] = NONE;
    int hash = (int) PackedRow.hash(bytes, at);
    int slot = slot(hash, at);
    int group = table[slot];
    if (group == NONE) {
      table[slot] = groups;
      firsts[groups] = row;
      lasts[groups] = row;
      hashes[groups++] = hash;
    } else {
      next[lasts[group]] = row;
      lasts[group] = row;
    }
  }

  private int slot(int hash, int at) {
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] != NONE && !isOf(table[slot], hash, at)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isOf(int group, int hash, int at) {
    int other = places[firsts[group]];
    return hashes[group] == hash
        && Arrays.equals(
            bytes,
            PackedRow.keyStart(at),
            PackedRow.keyEnd(bytes, at),
            bytes,
            PackedRow.keyStart(other),
            PackedRow.keyEnd(bytes, other));
  }

  /**
   * Hands over every group, its rows as batches of {@code width} columns, until no more are wanted.
   *
   * @return whether more are wanted
   */
  boolean handOver(int width, Grouping.Receiver receiver) throws InterruptedException {
    int[] batch = new int[BATCH];
    int[] sizes = new int[BATCH];
    int filled = 0;
    int begun = 0;
    for (int group = 0; group < groups; group++) {
      int before = filled;
      for (int row = firsts[group]; row != NONE; row = next[row]) {
        if (filled == batch.length) {
          batch = Arrays.copyOf(batch, filled * 2);
        }
        batch[filled++] = places[row];
      }
      sizes[begun++] = filled - before;
      if (filled >= BATCH || begun == BATCH || group == groups - 1) {
        if (!handOver(PackedRow.batch(bytes, batch, filled, width), sizes, begun, receiver)) {
          return false;
        }
        filled = 0;
        begun = 0;
      }
    }
    return true;
  }

  private static boolean handOver(
      RowBatch batch, int[] sizes, int groups, Grouping.Receiver receiver)
      throws InterruptedException {
    int row = 0;
    for (int group = 0; group < groups; group++) {
      RowGroup rows = new RowGroup();
      for (int end = row + sizes[group]; row < end; row++) {
        rows.add(batch, row);
      }
      if (!receiver.take(rows)) {
        return false;
      }
    }
    return true;
  }
}
