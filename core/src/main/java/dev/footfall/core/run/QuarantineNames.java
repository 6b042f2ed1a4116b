package dev.footfall.core.run;

import dev.footfall.core.ledger.LedgerKey;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Names in quarantine, as a run holds them: 22 to 43 bytes each, no object for any. Remembers which
 * were met. Not safe for several threads.
 */
public final class QuarantineNames {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[2 << 6];
  private final BitSet met = new BitSet();
  private int size;
  private int metCount;

  /** No names. */
  public QuarantineNames() {}

  /** Adds a name; before any is met. */
  public void add(LedgerKey name) {
    if (8L * (size + 1) > 3L * keys.length) { // three quarters of the slots, two longs each
      grow();
    }
    int at = place(name.high(), name.low());
    if (isFree(at)) {
      keys[2 * at] = name.high();
      keys[2 * at + 1] = name.low();
      size++;
    }
  }

  private boolean isFree(int at) {
    return keys[2 * at] == 0 && keys[2 * at + 1] == 0;
  }

  private int place(long high, long low) {
    int mask = keys.length / 2 - 1;
    int at = (int) (((high ^ low) * SPREAD) >>> 32) & mask;
    while (!isFree(at) && (keys[2 * at] != high || keys[2 * at + 1] != low)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] old = keys;
    keys = new long[Math.multiplyExact(old.length, 2)];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0 || old[i + 1] != 0) {
        int at = place(old[i], old[i + 1]);
        keys[2 * at] = old[i];
        keys[2 * at + 1] = old[i + 1];
      }
    }
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** Whether the name is among them. */
  public boolean has(LedgerKey name) {
    return !isFree(place(name.high(), name.low()));
  }

  /** Whether the name is among them; it then counts as met. */
  public boolean meet(LedgerKey name) {
    int at = place(name.high(), name.low());
    if (isFree(at)) {
      return false;
    }
    if (!met.get(at)) {
      met.set(at);
      metCount++;
    }
    return true;
  }

  /** How many were never met. */
  public int missed() {
    return size - metCount;
  }

  /** Those that were met, in their own order, in which they are stored. */
  public List<LedgerKey> met() {
    int slots = keys.length / 2;
    long[] order = new long[metCount]; // the leading bits of each, and below them its slot
    int next = 0;
    for (int at = met.nextSetBit(0); at >= 0; at = met.nextSetBit(at + 1)) {
      order[next++] = ((keys[2 * at] ^ Long.MIN_VALUE) & -slots) | at;
    }
    Arrays.sort(order);
    return new AbstractList<>() {
      @Override
      public LedgerKey get(int index) {
        int at = (int) order[index] & (slots - 1);
        return new LedgerKey(keys[2 * at], keys[2 * at + 1]);
      }

      @Override
      public int size() {
        return order.length;
      }
    };
  }
}
