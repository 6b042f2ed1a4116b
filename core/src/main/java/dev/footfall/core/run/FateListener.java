package dev.footfall.core.run;

import dev.footfall.core.destination.Code;

/** Hears of every row that was not plainly accepted, and of every field that was dropped. */
@FunctionalInterface
public interface FateListener {
  /** Hears nothing. */
  FateListener NONE = line -> {};

  /** One row or field. May be called by several threads. */
  void hear(Line line);

  /**
   * One line for the operator; holds no value of any cell but the order id, and that only where it
   * does not look like an address.
   *
   * @param row where it stood in the source's order, from 1
   * @param orderId empty when there is none
   * @param code why
   * @param column the query's own label; empty when no column is to blame
   * @param message in words
   * @param fate {@code sent} for a dropped field, else the row's {@link RowFate#label}
   */
  record Line(long row, String orderId, Code code, String column, String message, String fate) {
    /** Masks what may be personal. */
    public Line {
      boolean isPersonal = code == Code.ORDER_ID_CONTAINS_PII || orderId.indexOf('@') >= 0;
      orderId = isPersonal ? "***" : orderId;
    }

    @Override
    public String toString() {
      return "row " + row + " " + code + " " + fate;
    }
  }
}
