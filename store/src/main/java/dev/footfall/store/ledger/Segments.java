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
  static final Segments NONE = new Segments(List.of(), 0);

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

  boolean inOwn(long high, long low) {
    for (int i = all.size() - 1; i >= firstOwn(); i--) {
      if (all.get(i).find(high, low) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Copies the newest line of a key that earlier runs wrote; false when there is none. */
  boolean readOlder(long high, long low, long[] words, int at) {
    return read(firstOwn(), high, low, words, at);
  }

  /** Copies the newest line of a key; false when there is none. */
  boolean readAny(long high, long low, long[] words, int at) {
    return read(all.size(), high, low, words, at);
  }

  private boolean read(int end, long high, long low, long[] words, int at) {
    for (int i = end - 1; i >= 0; i--) {
      int row = all.get(i).find(high, low);
      if (row >= 0) {
        all.get(i).read(row, words, at);
        return true;
      }
    }
    return false;
  }
}
