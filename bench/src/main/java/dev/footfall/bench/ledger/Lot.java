package dev.footfall.bench.ledger;

import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A request's worth of events.
 *
 * @param numbers of the events, from 0
 * @param second when they are claimed, Unix time
 */
record Lot(List<Long> numbers, long second) {
  static final int SIZE = 1000;

  /** The events from this number on. */
  static Lot from(long first, long second) {
    return new Lot(LongStream.range(first, first + SIZE).boxed().toList(), second);
  }

  List<LedgerKey> keys() {
    return numbers.stream().map(Lot::key).toList();
  }

  List<LedgerEntry> entries(int run) {
    return numbers.stream()
        .map(n -> new LedgerEntry(key(n), mix(n, 3), mix(n, 4), mix(n, 5), second, second, run))
        .toList();
  }

  private static LedgerKey key(long number) {
    return new LedgerKey(mix(number, 1), mix(number, 2));
  }

  /** As spread as a digest. */
  private static long mix(long number, long purpose) {
    long z = (number * 8 + purpose) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
