package dev.footfall.core.event;

import java.util.List;

/**
 * The names, at one destination, of the columns that make an order's lines.
 *
 * @param time when it happened
 * @param product the item's id
 * @param price of one unit
 * @param quantity units
 * @param value an amount for the row or its order
 * @param voided flags that take a row out, such as {@code is_return}
 */
public record OrderColumns(
    String time, String product, String price, String quantity, String value, List<String> voided) {
  /** Copies the list. */
  public OrderColumns {
    voided = List.copyOf(voided);
  }
}
