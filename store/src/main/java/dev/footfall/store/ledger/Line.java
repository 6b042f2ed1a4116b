package dev.footfall.store.ledger;

import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerKey;

/**
 * A ledger entry and its flags as seven longs: the layout in memory, journal and segments.
 *
 * <p>Words: key high, key low, rows, payload, id, event time (56 bits) with flags (8 bits), claim
 * time (32 bits, until 2106) with run number (32 bits).
 */
final class Line {
  static final int WORDS = 7;
  static final int BYTES = WORDS * Long.BYTES;

  static final int NONE = 0;
  static final int DELIVERED = 1;
  static final int UNKNOWN = 2;
  static final int REMOVED = 3;

  /** Settled since the last flush. */
  static final int FRESH = 4;

  /** Part of a claim that is not settled. */
  static final int PENDING = 8;

  private static final int STATE_MASK = 3;
  private static final int FLAGS_WORD = 5;
  private static final int FLAGS_MASK = 0xff;
  private static final int TIME_SHIFT = 8;
  private static final int STAMP_WORD = 6;
  private static final long MAX_TIME = Long.MAX_VALUE >> TIME_SHIFT;
  private static final long LOW_32 = 0xffff_ffffL;

  private Line() {}

  static void pack(LedgerEntry entry, long[] words, int at) {
    if (entry.claimedAt() < 0 || entry.claimedAt() > LOW_32) {
      throw new IllegalArgumentException("claim time outside 1970 to 2106: " + entry.claimedAt());
    }
    if (Math.abs(entry.eventTime()) > MAX_TIME) {
      throw new IllegalArgumentException("event time out of range: " + entry.eventTime());
    }
    words[at] = entry.key().high();
    words[at + 1] = entry.key().low();
    words[at + 2] = entry.rowsPrint();
    words[at + 3] = entry.payloadPrint();
    words[at + 4] = entry.idPrint();
    words[at + FLAGS_WORD] = entry.eventTime() << TIME_SHIFT;
    words[at + STAMP_WORD] = (entry.claimedAt() << Integer.SIZE) | (entry.runNumber() & LOW_32);
  }

  static LedgerEntry unpack(long[] words, int at) {
    return new LedgerEntry(
        key(words, at),
        words[at + 2],
        words[at + 3],
        words[at + 4],
        words[at + FLAGS_WORD] >> TIME_SHIFT,
        claimedAt(words, at),
        runNumber(words, at));
  }

  static LedgerKey key(long[] words, int at) {
    return new LedgerKey(words[at], words[at + 1]);
  }

  static long claimedAt(long[] words, int at) {
    return words[at + STAMP_WORD] >>> Integer.SIZE;
  }

  static int runNumber(long[] words, int at) {
    return (int) words[at + STAMP_WORD];
  }

  static int state(long[] words, int at) {
    return (int) words[at + FLAGS_WORD] & STATE_MASK;
  }

  static boolean is(long[] words, int at, int flag) {
    return (words[at + FLAGS_WORD] & flag) != 0;
  }

  /** Replaces state and flags. */
  static void mark(long[] words, int at, int stateAndFlags) {
    words[at + FLAGS_WORD] = (words[at + FLAGS_WORD] & ~(long) FLAGS_MASK) | stateAndFlags;
  }

  static int flags(long[] words, int at) {
    return (int) words[at + FLAGS_WORD] & FLAGS_MASK;
  }

  static int compareKeys(long[] a, int atA, long[] b, int atB) {
    int high = Long.compareUnsigned(a[atA], b[atB]);
    return high != 0 ? high : Long.compareUnsigned(a[atA + 1], b[atB + 1]);
  }

  /**
   * Spreads a key over 64 bits; keys are digests already, tests and rivals may send plainer ones.
   */
  static long hash(long high, long low) {
    long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L + low;
    return (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
  }
}
