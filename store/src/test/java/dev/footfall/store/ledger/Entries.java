package dev.footfall.store.ledger;

import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.Known;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;
import java.util.List;
import java.util.stream.IntStream;

/** Keys and entries for tests, by number; the keys are spread as digests are. */
public final class Entries {
  public static final long NOW = 1_790_000_000L;

  private Entries() {}

  public static LedgerKey key(long number) {
    return new LedgerKey(mix(number + 1), mix(~number));
  }

  public static List<LedgerKey> keys(int from, int to) {
    return IntStream.range(from, to).mapToObj(Entries::key).toList();
  }

  public static LedgerEntry entry(int run, int number) {
    return new LedgerEntry(
        key(number), 31L * run + number, 37L * number - run, ~number, NOW - number, NOW + run, run);
  }

  public static List<LedgerEntry> entries(int run, int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> entry(run, n)).toList();
  }

  public static List<KeyState> states(List<Known> answers) {
    return answers.stream().map(Known::state).toList();
  }

  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
