package dev.footfall.destinations.criteo;

import dev.footfall.core.event.ByteBuilder;
import java.util.List;

/** Whether the lines of one transaction agree on what is the order's, not the line's. */
final class OrderAgreement {
  private static final List<SaleColumn> SHARED =
      List.of(
          SaleColumn.USER_KEY_1,
          SaleColumn.USER_KEY_TYPE_1,
          SaleColumn.USER_KEY_2,
          SaleColumn.USER_KEY_TYPE_2,
          SaleColumn.EVENT_TIME,
          SaleColumn.STORE_ID,
          SaleColumn.CURRENCY);

  private ByteBuilder first = new ByteBuilder(256);
  private ByteBuilder other = new ByteBuilder(256);
  private boolean hasFirst;
  private boolean isTold;

  /** Begins a transaction. */
  void begin() {
    hasFirst = false;
    isTold = false;
  }

  /** Takes a line; true for the first that disagrees. */
  boolean disagrees(SaleLine line) {
    join(line, hasFirst ? other : first);
    boolean wasFirst = !hasFirst;
    hasFirst = true;
    if (wasFirst || isTold || first.sameBytes(other)) {
      return false;
    }
    isTold = true;
    return true;
  }

  private static void join(SaleLine line, ByteBuilder target) {
    target.clear();
    for (SaleColumn column : SHARED) {
      ByteBuilder cell = line.cell(column);
      target.add(cell.bytes(), 0, cell.length()).add('\u001f');
    }
  }
}
