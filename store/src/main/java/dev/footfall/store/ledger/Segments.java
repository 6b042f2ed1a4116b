package dev.footfall.store.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A scope's segments, oldest first; a newer line hides older ones of its key.
 *
 * <p>The last {@code own} of them were written by the run that is open.
 */
record Segments(List<Segment> all, int own) {
  Segments {
    all = List.copyOf(all);
  }

  static Segments open(ScopeFolder folder, Manifest manifest) throws IOException {
    List<Segment> all = new ArrayList<>();
    for (int number : manifest.segments()) {
      all.add(new Segment(folder.segment(number)));
    }
    return new Segments(all, 0);
  }

  int firstOwn() {
    return all.size() - own;
  }

  /** Copies the newest line of a key; false when there is none. */
  boolean readAny(long high, long low, long[] words, int at) {
    for (int i = all.size() - 1; i >= 0; i--) {
      int row = all.get(i).find(high, low);
      if (row >= 0) {
        all.get(i).read(row, words, at);
        return true;
      }
    }
    return false;
  }
}
