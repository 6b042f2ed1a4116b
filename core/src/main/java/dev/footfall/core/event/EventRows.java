package dev.footfall.core.event;

/**
 * The rows that an event stands for.
 *
 * @param numbers where they stood in the source's order, from 1
 * @param orderId the order's id for the operator's eyes; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record EventRows(long[] numbers, String orderId) {
  /** How many. */
  public int count() {
    return numbers.length;
  }

  @Override
  public String toString() {
    return numbers.length + " rows";
  }
}
