package dev.footfall.core.delivery;

/**
 * Bounds what repetitions cost a run: some to begin with, and from then on at most 1.2 for each
 * request that was of use. Safe for threads.
 */
final class RetryBudget {
  /** Repetitions that a run may make before any request was of use. */
  static final int AT_FIRST = 20;

  private static final int ONE = 10;
  private static final int EARNED = 12;
  private static final int MOST = 100 * ONE;

  private int left = AT_FIRST * ONE;

  /** Whether one more may be made. */
  synchronized boolean take() {
    boolean isLeft = left >= ONE;
    left -= isLeft ? ONE : 0;
    return isLeft;
  }

  /** A request was of use. */
  synchronized void earn() {
    left = Math.min(MOST, left + EARNED);
  }
}
