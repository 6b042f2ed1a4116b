package dev.footfall.store.ledger;

import java.util.List;

/**
 * Says which of the newest segments to merge, so that every line is rewritten a few times only and
 * a look-up meets few segments.
 */
final class MergePolicy {
  private static final int FAN_IN = 8;

  private MergePolicy() {}

  /** While a run writes: eight of about one size become one. Returns the first of the suffix. */
  static int duringRun(List<Integer> rows) {
    int first = rows.size();
    long largest = 0;
    long sum = 0;
    while (first > 0
        && sum + rows.get(first - 1) <= SegmentLayout.MAX_ROWS
        && (first == rows.size() || 2L * rows.get(first - 1) <= 3 * largest)) {
      first--;
      sum += rows.get(first);
      largest = Math.max(largest, rows.get(first));
    }
    int count = rows.size() - first;
    boolean full = count > 1 && 2 * sum > SegmentLayout.MAX_ROWS;
    return count >= FAN_IN || full ? first : rows.size();
  }

  /** When a run ends: sizes then at least double from the newest to the oldest. */
  static int afterRun(List<Integer> rows) {
    int first = rows.size();
    long sum = 0;
    while (first > 0
        && sum + rows.get(first - 1) <= SegmentLayout.MAX_ROWS
        && (first == rows.size() || rows.get(first - 1) <= 2 * sum)) {
      sum += rows.get(--first);
    }
    return rows.size() - first > 1 ? first : rows.size();
  }
}
