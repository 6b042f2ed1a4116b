package dev.footfall.destinations.snapchat;

import java.util.Arrays;

/**
 * How often each line of a run has occurred, known by 64-bit fingerprints: twelve to twenty-four
 * bytes for each different line. Safe for many threads.
 */
final class LineCounts {
  private long[] prints = new long[1 << 10];
  private int[] counts = new int[prints.length];
  private int size;

  /** Counts one more occurrence, and says how many there are now. */
  synchronized int add(long print) {
    if (size * 4L > prints.length * 3L) {
      grow();
    }
    int at = place(prints, counts, print);
    if (counts[at] == 0) {
      prints[at] = print;
      size++;
    }
    return ++counts[at];
  }

  private void grow() {
    long[] oldPrints = prints;
    int[] oldCounts = counts;
    prints = new long[Math.multiplyExact(oldPrints.length, 2)];
    counts = Arrays.copyOf(new int[0], prints.length);
    for (int i = 0; i < oldPrints.length; i++) {
      if (oldCounts[i] > 0) {
        int at = place(prints, counts, oldPrints[i]);
        prints[at] = oldPrints[i];
        counts[at] = oldCounts[i];
      }
    }
  }

  private static int place(long[] prints, int[] counts, long print) {
    int mask = prints.length - 1;
    int at = (int) (print ^ (print >>> 32)) & mask;
    while (counts[at] > 0 && prints[at] != print) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
