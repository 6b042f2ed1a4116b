package dev.footfall.store.ledger;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.ledger.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is known of every key: the table of this run over the segments. Decides what a reservation,
 * a claim and a settlement mean; writes nothing by itself. Not safe for threads.
 */
final class Lines {
  private final long[] scratch = new long[Line.WORDS];
  private final KeyBlock block = new KeyBlock();
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

  /** How many keys are in memory, reservations included. */
  int inMemory() {
    return table.size();
  }

  /** Answers a block of keys, in order, and reserves those that are new or unknown. */
  void reserve(List<LedgerKey> keys, List<Known> answers) {
    for (int from = 0; from < keys.size(); from += KeyBlock.SIZE) {
      List<LedgerKey> part = keys.subList(from, Math.min(keys.size(), from + KeyBlock.SIZE));
      block.find(part, segments.all());
      for (int i = 0; i < part.size(); i++) {
        answers.add(reserve(part.get(i), block.segment(i), block.row(i)));
      }
    }
  }

  private Known reserve(LedgerKey key, int segment, int row) {
    if (segment >= segments.firstOwn() || table.find(key.high(), key.low()) >= 0) {
      return Known.DUPLICATE;
    }
    int state = Line.NONE;
    if (segment >= 0) {
      segments.all().get(segment).read(row, scratch, 0);
      state = Line.state(scratch, 0);
    }
    return switch (state) {
      case Line.DELIVERED -> known(KeyState.DELIVERED, scratch, 0);
      case Line.UNKNOWN -> {
        insert(scratch, 0);
        yield known(KeyState.UNKNOWN, scratch, 0);
      }
      default -> {
        table.insert(key.high(), key.low());
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

  /** The lines that a later run would be told are unknown, each key once. */
  List<LedgerEntry> unknown() {
    List<LedgerEntry> unknown = new ArrayList<>();
    newest((words, at) -> Line.state(words, at) == Line.UNKNOWN, unknown::add);
    return unknown;
  }

  /** What a later run would be told of the keys that stand in a run's name. */
  Tally tally(int runNumber) {
    Tally.Counter counter = new Tally.Counter();
    for (KeyState state : List.of(KeyState.DELIVERED, KeyState.UNKNOWN)) {
      int wanted = state == KeyState.DELIVERED ? Line.DELIVERED : Line.UNKNOWN;
      newest(
          (words, at) -> Line.runNumber(words, at) == runNumber && Line.state(words, at) == wanted,
          entry -> counter.add(state, entry));
    }
    return counter.sum();
  }

  /** Chooses a line by its words and its place in them. */
  private interface Choice {
    boolean takes(long[] words, int at);
  }

  /** Tells of the chosen lines that no newer one of their key hides; keeps none of them. */
  private void newest(Choice choice, Consumer<LedgerEntry> told) {
    long[] line = new long[Line.WORDS];
    List<Segment> all = segments.all();
    for (int place = 0; place < all.size(); place++) {
      for (int row = 0; row < all.get(place).rows(); row++) {
        all.get(place).read(row, line, 0);
        if (choice.takes(line, 0) && !isHidden(line, place)) {
          told.accept(Line.unpack(line, 0));
        }
      }
    }
    for (int at : table.sorted(place -> choice.takes(table.words(), place))) {
      told.accept(Line.unpack(table.words(), at));
    }
  }

  private boolean isHidden(long[] line, int place) {
    boolean isHidden = table.find(line[0], line[1]) >= 0;
    for (int later = place + 1; later < segments.all().size() && !isHidden; later++) {
      isHidden = segments.all().get(later).find(line[0], line[1]) >= 0;
    }
    return isHidden;
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
