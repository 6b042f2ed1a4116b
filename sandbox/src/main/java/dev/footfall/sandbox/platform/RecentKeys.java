package dev.footfall.sandbox.platform;

import java.time.Duration;

/**
 * Which event identities were seen within a window: twelve bytes a slot, so that tens of millions
 * fit.
 *
 * <p>Holds two generations; when the younger is full, the older is forgotten. Memory is therefore
 * bounded, whatever is sent. Not safe for several threads.
 */
public final class RecentKeys {
  /** Keys in one generation. */
  private static final int MOST = 8_000_000;

  private final long window;
  private Generation young = new Generation();
  private Generation old = new Generation();

  /** Remembers for so long, at most. */
  public RecentKeys(Duration window) {
    this.window = window.toSeconds();
  }

  /** Whether the key was not seen within the window; it is then remembered as seen now. */
  public boolean add(long key, long second) {
    if (has(key, second)) {
      return false;
    }
    if (young.size == MOST) {
      old = young;
      young = new Generation();
    }
    young.put(key, second);
    return true;
  }

  /** Whether the key was seen within the window. */
  public boolean has(long key, long second) {
    return isRecent(young.seen(key), second) || isRecent(old.seen(key), second);
  }

  private boolean isRecent(long seen, long now) {
    return seen != Generation.NEVER && now - seen <= window;
  }

  /** Open addressing with linear probing; key 0 stands for an empty slot. */
  private static final class Generation {
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private static final long NEVER = Long.MIN_VALUE;

    private long[] keys = new long[1024];
    private int[] seconds = new int[1024];
    private int size;

    long seen(long key) {
      int slot = slot(key);
      return keys[slot] == key ? seconds[slot] & 0xffffffffL : NEVER;
    }

    void put(long key, long second) {
      int slot = slot(key);
      if (keys[slot] != key) {
        if (++size > keys.length / 5 * 3) {
          grow();
          slot = slot(key);
        }
        keys[slot] = key;
      }
      seconds[slot] = (int) second;
    }

    private int slot(long key) {
      int mask = keys.length - 1;
      int slot = (int) ((key * SPREAD) >>> Long.numberOfLeadingZeros(mask));
      while (keys[slot] != 0 && keys[slot] != key) {
        slot = slot + 1 & mask;
      }
      return slot;
    }

    private void grow() {
      long[] fromKeys = keys;
      int[] fromSeconds = seconds;
      keys = new long[fromKeys.length * 2];
      seconds = new int[fromKeys.length * 2];
      for (int i = 0; i < fromKeys.length; i++) {
        if (fromKeys[i] != 0) {
          int slot = slot(fromKeys[i]);
          keys[slot] = fromKeys[i];
          seconds[slot] = fromSeconds[i];
        }
      }
    }
  }
}
