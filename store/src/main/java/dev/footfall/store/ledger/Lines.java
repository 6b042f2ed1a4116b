package dev.footfall.store.ledger;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is known of every key: the table of this run over the segments. Decides what a reservation,
 * a claim and a settlement mean; writes nothing by itself. Not safe for threads.
 */
final class Lines {
  private final long[] scratch = new long[Line.WORDS];
  private RunTable table = new RunTable();
  private Segments segments;
  private int fresh;

  Lines(Segments segments) {
    this.segments = segments;
  }

  /** How many settled lines are in memory only. */
  int fresh() {
    return fresh;
  }

  Known reserve(LedgerKey key) {
    long high = key.high();
    long low = key.low();
    if (table.find(high, low) >= 0 || segments.inOwn(high, low)) {
      return Known.DUPLICATE;
    }
    int state = segments.readOlder(high, low, scratch, 0) ? Line.state(scratch, 0) : Line.NONE;
    return switch (state) {
      case Line.DELIVERED -> known(KeyState.DELIVERED, scratch, 0);
      case Line.UNKNOWN -> {
        insert(scratch, 0);
        yield known(KeyState.UNKNOWN, scratch, 0);
      }
      default -> {
        table.insert(high, low);
        yield Known.NEW;
      }
    };
  }

  void release(LedgerKey key) {
    int at = table.find(key.high(), key.low());
    if (at >= 0 && !Line.is(table.words(), at, Line.FRESH | Line.PENDING)) {
      table.remove(at);
    }
  }

  void claim(long[] claim) {
    for (int from = 0; from < claim.length; from += Line.WORDS) {
      int at = rowOf(claim, from);
      Line.mark(table.words(), at, Line.flags(table.words(), at) | Line.PENDING);
    }
  }

  /** Settles one line of a claim. */
  void settle(long[] claim, int from, int state) {
    int at = rowOf(claim, from);
    long[] words = table.words();
    boolean keepsFormer = state == Line.REMOVED && Line.state(words, at) == Line.DELIVERED;
    if (!Line.is(words, at, Line.FRESH)) {
      fresh++;
    }
    if (keepsFormer) {
      Line.mark(words, at, Line.DELIVERED | Line.FRESH);
    } else {
      System.arraycopy(claim, from, words, at, Line.WORDS);
      Line.mark(words, at, state | Line.FRESH);
    }
  }

  /** Marks a line whose claim was never settled; an earlier delivery in this run stays. */
  void abandon(long[] claim, int from) {
    int at = rowOf(claim, from);
    boolean delivered =
        Line.state(table.words(), at) == Line.DELIVERED
            && Line.runNumber(table.words(), at) == Line.runNumber(claim, from);
    if (!delivered) {
      settle(claim, from, Line.UNKNOWN);
    }
  }

  /** What a later run would be told of a key. */
  Optional<Known> look(LedgerKey key) {
    long[] words = scratch;
    int at = 0;
    int row = table.find(key.high(), key.low());
    if (row >= 0) {
      words = table.words();
      at = row;
    } else if (!segments.readAny(key.high(), key.low(), scratch, 0)) {
      return Optional.empty();
    }
    return switch (Line.state(words, at)) {
      case Line.DELIVERED -> Optional.of(known(KeyState.DELIVERED, words, at));
      case Line.UNKNOWN -> Optional.of(known(KeyState.UNKNOWN, words, at));
      default -> Optional.empty();
    };
  }

  /**
   * Writes the fresh lines to a segment; false when there were none to write.
   *
   * @param last whether the run ends, so that it need not remember what it removed
   */
  boolean write(Path file, boolean last) throws IOException {
    int[] places = table.sorted(last ? this::worthKeeping : this::isFresh);
    if (places.length == 0) {
      return false;
    }
    try (SegmentWriter writer = new SegmentWriter(file, places.length)) {
      for (int at : places) {
        writer.add(table.words(), at);
      }
      writer.finish();
    }
    return true;
  }

  /** Forgets what {@link #write} has written; keeps reservations and open claims. */
  void written(Segments now) {
    segments = now;
    RunTable carried = new RunTable();
    long[] words = table.words();
    for (int at : table.sorted(this::isCarried)) {
      int to = carried.insert(words[at], words[at + 1]);
      System.arraycopy(words, at, carried.words(), to, Line.WORDS);
      Line.mark(carried.words(), to, Line.flags(words, at) & ~Line.FRESH);
    }
    table = carried;
    fresh = 0;
  }

  void merged(Segments now) {
    segments = now;
  }

  private boolean isFresh(int at) {
    return Line.is(table.words(), at, Line.FRESH);
  }

  private boolean isCarried(int at) {
    return !isFresh(at) || Line.is(table.words(), at, Line.PENDING);
  }

  private boolean worthKeeping(int at) {
    long[] words = table.words();
    return isFresh(at)
        && (Line.state(words, at) != Line.REMOVED
            || segments.readAny(words[at], words[at + 1], scratch, 0));
  }

  /** The row of a claim's line; made from the former line when the key was not reserved. */
  private int rowOf(long[] claim, int from) {
    int at = table.find(claim[from], claim[from + 1]);
    if (at >= 0) {
      return at;
    }
    if (segments.readAny(claim[from], claim[from + 1], scratch, 0)) {
      return insert(scratch, 0);
    }
    return table.insert(claim[from], claim[from + 1]);
  }

  private int insert(long[] line, int from) {
    int at = table.insert(line[from], line[from + 1]);
    System.arraycopy(line, from, table.words(), at, Line.WORDS);
    return at;
  }

  private static Known known(KeyState state, long[] words, int at) {
    return new Known(state, Optional.of(Line.unpack(words, at)));
  }
}
