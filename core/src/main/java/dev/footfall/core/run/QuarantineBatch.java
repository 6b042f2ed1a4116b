package dev.footfall.core.run;

import dev.footfall.core.ledger.LedgerKey;
import dev.footfall.core.run.Quarantined.Cause;
import dev.footfall.core.run.Quarantined.Place;
import dev.footfall.core.run.Quarantined.Sighting;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run found wanting in one place, until it is written: 40 bytes an entry, no object for
 * any. Names come in no order, and a store keeps them in theirs; so very many are gathered, and
 * handed over piece by piece, each piece neighbours. Not safe for several threads.
 */
final class QuarantineBatch {
  /** Entries that are gathered; their place among the others is told by that many bits. */
  static final int MOST = 1 << 18;

  /** Entries that are handed over at a time. */
  private static final int PIECE = 20_000;

  private final Place place;
  private final Sighting now;
  private final List<Cause> causes = new ArrayList<>();
  private final Map<Cause, Integer> numbers = new HashMap<>();
  private long[] names = new long[2 << 8];
  private long[] times = new long[2 << 8];
  private int[] rows = new int[1 << 8];
  private int[] causeNumbers = new int[1 << 8];
  private int size;

  /**
   * None yet.
   *
   * @param now this run, and what its clock says
   */
  QuarantineBatch(Place place, Sighting now) {
    this.place = place;
    this.now = now;
  }

  boolean isFull() {
    return size == MOST;
  }

  void add(LedgerKey name, Cause cause, int rowCount, long time, long until) {
    if (size == rows.length) {
      names = Arrays.copyOf(names, 4 * size);
      times = Arrays.copyOf(times, 4 * size);
      rows = Arrays.copyOf(rows, 2 * size);
      causeNumbers = Arrays.copyOf(causeNumbers, 2 * size);
    }
    names[2 * size] = name.high();
    names[2 * size + 1] = name.low();
    times[2 * size] = time;
    times[2 * size + 1] = until;
    rows[size] = rowCount;
    causeNumbers[size] = numbers.computeIfAbsent(cause, this::number);
    size++;
  }

  private int number(Cause cause) {
    causes.add(cause);
    return causes.size() - 1;
  }

  /** All of it in the names' order, in pieces that are views; this batch must stay as it is. */
  List<List<Quarantined>> pieces() {
    List<Quarantined> sorted = new Sorted(order());
    List<List<Quarantined>> pieces = new ArrayList<>();
    for (int from = 0; from < size; from += PIECE) {
      pieces.add(sorted.subList(from, Math.min(size, from + PIECE)));
    }
    return pieces;
  }

  /** The leading bits of each name, as a number without sign, and below them the entry's place. */
  private long[] order() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = ((names[2 * i] ^ Long.MIN_VALUE) & -MOST) | i;
    }
    Arrays.sort(order);
    return order;
  }

  private Quarantined entry(int at) {
    return new Quarantined(
        place,
        new LedgerKey(names[2 * at], names[2 * at + 1]),
        causes.get(causeNumbers[at]),
        rows[at],
        now,
        now,
        times[2 * at],
        times[2 * at + 1]);
  }

  private final class Sorted extends AbstractList<Quarantined> {
    private final long[] order;

    Sorted(long[] order) {
      this.order = order;
    }

    @Override
    public Quarantined get(int index) {
      return entry((int) order[index] & (MOST - 1));
    }

    @Override
    public int size() {
      return order.length;
    }
  }
}
