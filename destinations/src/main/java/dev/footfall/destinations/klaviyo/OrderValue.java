package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.event.attribute.IdentityCell.Read;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;

/** What an order is worth: its value, else the sum of its rows. Used by one thread. */
final class OrderValue {
  private final NumberCell value;
  private final Item item;
  private final Decimal total = new Decimal();
  private boolean isKnown;

  OrderValue(Binding binding, Item item) {
    this.value = new NumberCell(binding, "value");
    this.item = item;
  }

  /** Takes out the rows whose amounts cannot be read. */
  void exclude(RowGroup group, OrderLines lines) {
    for (int row = 0; row < group.size(); row++) {
      if (value.read(group, row) == Read.BAD) {
        lines.exclude(group, row, Code.BAD_VALUE, value.label());
      }
      if (item.revenue().read(group, row) == Read.BAD) {
        lines.exclude(group, row, Code.BAD_PRICE, item.revenue().label());
      }
    }
  }

  /** Adds up the good rows; rounded once. */
  void read(RowGroup group, OrderLines lines, int digits) {
    isKnown = false;
    total.set(0, 0);
    for (int k = 0; k < lines.good(); k++) {
      if (value.read(group, lines.row(k)) == Read.GOOD) {
        isKnown = true;
        total.set(value.value()).round(digits).strip();
        return;
      }
    }
    for (int k = 0; k < lines.good(); k++) {
      if (item.readTotal(group, lines.row(k), lines.line(k))) {
        isKnown = true;
        total.add(item.total());
      }
    }
    total.round(digits).strip();
  }

  boolean isKnown() {
    return isKnown;
  }

  Decimal total() {
    return total;
  }
}
