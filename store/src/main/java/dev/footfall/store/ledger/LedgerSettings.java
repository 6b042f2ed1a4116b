package dev.footfall.store.ledger;

import java.time.Duration;

/**
 * Bounds of the embedded ledger.
 *
 * @param memoryKeys how many settled keys a run holds in memory, 100 bytes each at most
 * @param retention how long a line is kept after its claim
 */
public record LedgerSettings(int memoryKeys, Duration retention) {
  private static final int MOST_KEYS = SegmentLayout.MAX_ROWS / 4;

  /** The least: a window of most platforms, and no run forgets what it may still meet. */
  public static final Duration LEAST_RETENTION = Duration.ofDays(90);

  /** How long a line is kept after its claim, unless it is told otherwise. */
  public static final Duration RETENTION = Duration.ofDays(400);

  private static final int DEFAULT_KEYS = 500_000;
  private static final int FEWEST_DEFAULT_KEYS = 10_000;

  /** An eighth of the heap at most; a key takes 150 bytes while the table is copied to grow. */
  private static final int HEAP_A_KEY = 8 * 150;

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

  /** Half a million keys in memory, fewer in a heap below 600 MB; kept for 400 days. */
  public static LedgerSettings defaults() {
    return within(Runtime.getRuntime().maxMemory());
  }

  /** The defaults with another retention. */
  public static LedgerSettings keeping(Duration retention) {
    return new LedgerSettings(defaults().memoryKeys(), retention);
  }

  /** The defaults for a heap of so many bytes. */
  static LedgerSettings within(long heap) {
    long keys = Math.max(FEWEST_DEFAULT_KEYS, Math.min(DEFAULT_KEYS, heap / HEAP_A_KEY));
    return new LedgerSettings((int) keys, RETENTION);
  }
}
