package dev.footfall.store.ledger;

import java.time.Duration;

/**
 * Bounds of the embedded ledger.
 *
 * @param memoryKeys how many settled keys a run holds in memory, 60 bytes each at most
 * @param retention how long a line is kept after its claim
 */
public record LedgerSettings(int memoryKeys, Duration retention) {
  private static final int MOST_KEYS = SegmentLayout.MAX_ROWS / 4;
  private static final Duration LEAST_RETENTION = Duration.ofDays(90);

  /** Checks the bounds. */
  public LedgerSettings {
    if (memoryKeys < 1 || memoryKeys > MOST_KEYS) {
      throw new IllegalArgumentException("memoryKeys must be between 1 and " + MOST_KEYS);
    }
    if (retention.compareTo(LEAST_RETENTION) < 0) {
      throw new IllegalArgumentException(
          "retention must be at least 90 days, the longest window of a platform");
    }
  }

  /** Half a million keys in memory, kept for 400 days. */
  public static LedgerSettings defaults() {
    return new LedgerSettings(500_000, Duration.ofDays(400));
  }
}
