package dev.footfall.sources;

import java.util.List;

/**
 * In which order rows are wanted.
 *
 * @param groupKeys what rows are grouped by; each is a list of column names of which the first that
 *     is not blank counts. Rows come sorted by their trimmed text, blank keys first
 * @param tieBreakers columns that order the rows of one group; rows that tie come in any order
 */
public record RowOrder(List<List<String>> groupKeys, List<String> tieBreakers) {
  private static final RowOrder AS_QUERIED = new RowOrder(List.of(), List.of());

  /** Copies the lists. */
  public RowOrder {
    groupKeys = groupKeys.stream().map(List::copyOf).toList();
    tieBreakers = List.copyOf(tieBreakers);
  }

  /** The order in which the query returns its rows. */
  public static RowOrder asQueried() {
    return AS_QUERIED;
  }

  /** Rows of one group side by side. */
  public static RowOrder groupedBy(List<List<String>> groupKeys) {
    return new RowOrder(groupKeys, List.of());
  }

  /** Whether the query's own order is to be kept. */
  public boolean isAsQueried() {
    return groupKeys.isEmpty() && tieBreakers.isEmpty();
  }
}
