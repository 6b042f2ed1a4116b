package dev.footfall.store.ledger;

import dev.footfall.core.ledger.LedgerKey;
import java.util.List;

/**
 * A block of keys that is looked up in all segments in one go.
 *
 * <p>Each step is done for all keys before the next step, so that the processor waits for many
 * places of memory at once; key by key the waits would add up. Reused; not safe for threads.
 */
final class KeyBlock {
  static final int SIZE = 256;
  private static final int NOWHERE = -1;

  private final long[] high = new long[SIZE];
  private final long[] low = new long[SIZE];
  private final long[] hash = new long[SIZE];
  private final int[] segment = new int[SIZE];
  private final int[] row = new int[SIZE];
  private final int[] candidates = new int[SIZE];
  private final int[] from = new int[SIZE];
  private final int[] to = new int[SIZE];
  private int size;
  private long touched;

  /** Changes with every read that only warms the cache, so that none can be optimised away. */
  long touched() {
    return touched;
  }

  /** Takes the keys, at most {@link #SIZE}, and finds the newest line of each. */
  void find(List<LedgerKey> keys, List<Segment> segments) {
    size = keys.size();
    for (int i = 0; i < size; i++) {
      LedgerKey key = keys.get(i);
      high[i] = key.high();
      low[i] = key.low();
      hash[i] = Line.hash(high[i], low[i]);
      segment[i] = NOWHERE;
    }
    for (int s = segments.size() - 1; s >= 0; s--) {
      findIn(segments.get(s), s);
    }
  }

  /** The place in the list of the newest segment with this key, or -1. */
  int segment(int key) {
    return segment[key];
  }

  /** The line in that segment. */
  int row(int key) {
    return row[key];
  }

  private void findIn(Segment in, int place) {
    for (int i = 0; i < size; i++) {
      touched += in.touchFilter(hash[i]);
    }
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (segment[i] == NOWHERE && in.mayHold(hash[i])) {
        candidates[count++] = i;
      }
    }
    for (int c = 0; c < count; c++) {
      from[c] = in.bucketStart(high[candidates[c]]);
      to[c] = in.bucketEnd(high[candidates[c]]);
    }
    for (int c = 0; c < count; c++) {
      touched += in.touchRow(in.guess(high[candidates[c]], from[c], to[c]));
    }
    for (int c = 0; c < count; c++) {
      int i = candidates[c];
      int found = in.find(high[i], low[i], from[c], to[c]);
      if (found >= 0) {
        segment[i] = place;
        row[i] = found;
      }
    }
  }
}
