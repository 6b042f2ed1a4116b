package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of an order's rows besides their prices. Reused from order to order by one thread.
 */
final class RowNumbers {
  private final int quantity;
  private final int count;
  private final int itemPrice;
  private final int total;
  private final Binding binding;
  private final Code negative;
  private final List<Row> rows = new ArrayList<>();
  private final Text cell = new Text();
  private boolean hasTotal;

  RowNumbers(Binding binding, Code negative) {
    this.binding = binding;
    this.negative = negative;
    this.quantity = binding.index("quantity");
    this.count = binding.index("number_items");
    this.itemPrice = binding.index("item_price");
    this.total = binding.index("order_value");
  }

  /** The numbers of one row. */
  static final class Row {
    private final Decimal quantity = new Decimal();
    private final Decimal count = new Decimal();
    private final Decimal itemPrice = new Decimal();
    private final Decimal total = new Decimal();
    private boolean hasQuantity;
    private boolean hasCount;
    private boolean hasItemPrice;
    private boolean hasTotal;

    Decimal quantity() {
      return quantity;
    }

    Decimal count() {
      return count;
    }

    Decimal itemPrice() {
      return itemPrice;
    }

    Decimal total() {
      return total;
    }

    boolean hasQuantity() {
      return hasQuantity;
    }

    boolean hasCount() {
      return hasCount;
    }

    boolean hasItemPrice() {
      return hasItemPrice;
    }

    boolean hasTotal() {
      return hasTotal;
    }

    /** The row's units: its quantity, else its number of items if that is some, else 1. */
    Decimal unitsInto(Decimal target) {
      if (hasQuantity) {
        return target.set(quantity);
      }
      return hasCount && count.signum() > 0 ? target.set(count) : target.set(1, 0);
    }
  }

  /** What a cell holds. */
  private enum Held {
    NOTHING,
    NUMBER,
    NEGATIVE,
    SOMETHING_ELSE
  }

  /** Reads all rows; those with negative or unreadable amounts stand aside. */
  void read(RowGroup group, OrderLines lines, MappingSink sink) {
    while (rows.size() < group.size()) {
      rows.add(new Row());
    }
    hasTotal = false;
    for (int i = 0; i < group.size(); i++) {
      Row row = rows.get(i);
      row.hasQuantity = readCount(group, i, quantity, row.quantity, lines, sink, "quantity");
      if (row.hasQuantity && row.quantity.signum() == 0) {
        row.hasQuantity = false;
        sink.dropped(i, Code.BAD_QUANTITY, binding.label("quantity"), "no units");
      }
      row.hasCount = readCount(group, i, count, row.count, lines, sink, "number_items");
      row.hasItemPrice = readPrice(group, i, row.itemPrice, sink);
      row.hasTotal = readTotal(group, i, row.total, lines);
      hasTotal |= row.hasTotal;
    }
  }

  private Held held(RowGroup group, int row, int index, Decimal target) {
    if (index < 0 || PlainCell.isBlank(group, row, index, cell)) {
      return Held.NOTHING;
    }
    if (!group.column(index, row).decimal(group.row(row), target)) {
      return Held.SOMETHING_ELSE;
    }
    return target.signum() < 0 ? Held.NEGATIVE : Held.NUMBER;
  }

  private boolean readCount(
      RowGroup group,
      int row,
      int index,
      Decimal target,
      OrderLines lines,
      MappingSink sink,
      String column) {
    Held held = held(group, row, index, target);
    if (held == Held.NEGATIVE) {
      lines.exclude(group, row, negative, binding.label(column));
      return false;
    }
    boolean isCount = held == Held.NUMBER && target.fitsLong();
    if (!isCount && held != Held.NOTHING) {
      sink.dropped(row, Code.BAD_QUANTITY, binding.label(column), "not a whole number");
    }
    return isCount;
  }

  private boolean readPrice(RowGroup group, int row, Decimal target, MappingSink sink) {
    Held held = held(group, row, itemPrice, target);
    if (held == Held.NEGATIVE || held == Held.SOMETHING_ELSE) {
      sink.dropped(row, Code.FIELD_DROPPED, binding.label("item_price"), "not an amount");
    }
    return held == Held.NUMBER;
  }

  private boolean readTotal(RowGroup group, int row, Decimal target, OrderLines lines) {
    Held held = held(group, row, total, target);
    if (held == Held.NEGATIVE || held == Held.SOMETHING_ELSE) {
      Code code = held == Held.NEGATIVE ? negative : Code.BAD_VALUE;
      lines.exclude(group, row, code, binding.label("order_value"));
    }
    return held == Held.NUMBER;
  }

  /** Whether some row has the order's total. */
  boolean hasTotal() {
    return hasTotal;
  }

  /** The numbers of a row of the group. */
  Row row(int row) {
    return rows.get(row);
  }
}
