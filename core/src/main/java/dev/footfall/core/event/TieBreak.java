package dev.footfall.core.event;

import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;

/** Settles the order of two rows of the same time and product. */
@FunctionalInterface
public interface TieBreak {
  /** Negative, zero or positive, as row {@code a} comes before, with or after row {@code b}. */
  int compare(RowGroup group, int a, OrderLine left, int b, OrderLine right);

  /** By the row's canonical JSON: keys sorted, no white space, compared by bytes. */
  static TieBreak byCanonicalJson(CanonicalRow row) {
    return (group, a, left, b, right) -> row.compare(group, a, b);
  }

  /** By price, quantity (missing last), then by the cells' texts one after the other. */
  static TieBreak byNumbersThenTexts(CanonicalRow row) {
    return (group, a, left, b, right) -> {
      int byPrice = compare(left.hasPrice, left.price, right.hasPrice, right.price);
      if (byPrice != 0) {
        return byPrice;
      }
      int byQuantity = compare(left.hasQuantity, left.quantity, right.hasQuantity, right.quantity);
      return byQuantity != 0 ? byQuantity : row.compareTexts(group, a, b);
    };
  }

  private static int compare(boolean hasLeft, Decimal left, boolean hasRight, Decimal right) {
    if (!hasLeft || !hasRight) {
      return Boolean.compare(!hasLeft, !hasRight);
    }
    return left.compareWith(right);
  }
}
