package dev.footfall.store.ledger;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The keys that a run has touched, in memory: an open-addressing index over an arena of lines.
 *
 * <p>100 bytes a key at most, 150 while it grows; no object per key. Rows are named by their place
 * in {@link #words}; a place stays valid until the row is removed. Not safe for threads.
 */
final class RunTable {
  private static final int FIRST_ROWS = 1 << 10;
  private static final int FREE_END = -1;

  private long[] arena = new long[FIRST_ROWS * Line.WORDS];
  private int[] slots = new int[2 * FIRST_ROWS]; // row + 1, or 0 for an empty slot
  private int used; // rows ever handed out
  private int size;
  private int free = FREE_END;

  int size() {
    return size;
  }

  /** The arena that places point into; fetch anew after an insertion. */
  long[] words() {
    return arena;
  }

  /** The place of a key, or -1. */
  int find(long high, long low) {
    if (size == 0) {
      return -1;
    }
    int mask = slots.length - 1;
    for (int slot = home(high, low); slots[slot] != 0; slot = slot + 1 & mask) {
      int at = (slots[slot] - 1) * Line.WORDS;
      if (arena[at] == high && arena[at + 1] == low) {
        return at;
      }
    }
    return -1;
  }

  /** Adds a key that is absent, its other words zero; returns its place. */
  int insert(long high, long low) {
    if (2 * (size + 1) > slots.length) {
      growSlots();
    }
    int row = takeRow();
    int at = row * Line.WORDS;
    Arrays.fill(arena, at, at + Line.WORDS, 0);
    arena[at] = high;
    arena[at + 1] = low;
    place(row);
    size++;
    return at;
  }

  /** Removes the row at this place. */
  void remove(int at) {
    int mask = slots.length - 1;
    int row = at / Line.WORDS;
    int hole = home(arena[at], arena[at + 1]);
    while (slots[hole] != row + 1) {
      hole = hole + 1 & mask;
    }
    for (int next = hole + 1 & mask; slots[next] != 0; next = next + 1 & mask) {
      int rowAt = (slots[next] - 1) * Line.WORDS;
      int home = home(arena[rowAt], arena[rowAt + 1]);
      if ((next - home & mask) >= (next - hole & mask)) { // may move back to the hole
        slots[hole] = slots[next];
        hole = next;
      }
    }
    slots[hole] = 0;
    arena[at] = free;
    free = row;
    size--;
  }

  /** The places that satisfy a test, ascending by key. */
  int[] sorted(IntPredicate test) {
    long[] order = new long[size];
    int count = 0;
    int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, used));
    for (int slot : slots) {
      if (slot != 0 && test.test((slot - 1) * Line.WORDS)) {
        long high = arena[(slot - 1) * Line.WORDS] ^ Long.MIN_VALUE; // unsigned order
        order[count++] = high >> rowBits << rowBits | slot - 1;
      }
    }
    Arrays.sort(order, 0, count);
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      places[i] = (int) (order[i] & (1L << rowBits) - 1) * Line.WORDS;
    }
    sortTies(order, places, rowBits);
    return places;
  }

  /** Keys whose leading bits agree are rare; they are ordered by the whole key. */
  private void sortTies(long[] order, int[] places, int rowBits) {
    for (int start = 0; start < places.length; ) {
      int end = start + 1;
      while (end < places.length && order[end] >> rowBits == order[start] >> rowBits) {
        end++;
      }
      if (end - start > 1) {
        Integer[] tied = new Integer[end - start];
        for (int i = start; i < end; i++) {
          tied[i - start] = places[i];
        }
        Arrays.sort(tied, (a, b) -> Line.compareKeys(arena, a, arena, b));
        for (int i = start; i < end; i++) {
          places[i] = tied[i - start];
        }
      }
      start = end;
    }
  }

  private int takeRow() {
    if (free != FREE_END) {
      int row = free;
      free = (int) arena[row * Line.WORDS];
      return row;
    }
    if ((used + 1) * Line.WORDS > arena.length) {
      int rows = used + used / 2;
      arena = Arrays.copyOf(arena, Math.multiplyExact(rows, Line.WORDS));
    }
    return used++;
  }

  private void growSlots() {
    int[] old = slots;
    slots = new int[Math.multiplyExact(old.length, 2)];
    for (int slot : old) {
      if (slot != 0) {
        place(slot - 1);
      }
    }
  }

  private void place(int row) {
    int mask = slots.length - 1;
    int slot = home(arena[row * Line.WORDS], arena[row * Line.WORDS + 1]);
    while (slots[slot] != 0) {
      slot = slot + 1 & mask;
    }
    slots[slot] = row + 1;
  }

  private int home(long high, long low) {
    return (int) (Line.hash(high, low) >>> 33) & slots.length - 1;
  }
}
