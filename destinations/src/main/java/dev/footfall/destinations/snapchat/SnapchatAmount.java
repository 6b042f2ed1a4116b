package dev.footfall.destinations.snapchat;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Decimal;

/** What an order is worth, and how many units it has. Reused from order to order by one thread. */
final class SnapchatAmount {
  private final SnapchatSettings.PriceIs priceIs;
  private final RowNumbers numbers;
  private final OrderLines lines;
  private final String priceLabel;
  private final String totalLabel;
  private final Decimal total = new Decimal();
  private final Decimal count = new Decimal();
  private final Decimal number = new Decimal();
  private final Decimal units = new Decimal();
  private boolean hasTotal;
  private boolean hasCount;

  SnapchatAmount(
      Binding binding, SnapchatSettings.PriceIs priceIs, RowNumbers numbers, OrderLines lines) {
    this.priceIs = priceIs;
    this.numbers = numbers;
    this.lines = lines;
    this.priceLabel = binding.label("price");
    this.totalLabel = binding.label("order_value");
  }

  /** Takes out the good rows that have no amount, where nothing else tells the order's. */
  void require(RowGroup group) {
    if (numbers.hasTotal()) {
      return;
    }
    for (int row = 0; row < group.size(); row++) {
      boolean isTold = priceIs == SnapchatSettings.PriceIs.ORDER_TOTAL && isAnyPriced();
      int place = place(row);
      if (place >= 0 && !isTold && !lines.line(place).hasValue()) {
        lines.exclude(group, row, Code.MISSING_VALUE, priceLabel);
      }
    }
  }

  /** Where a row of the group stands among the good ones, or −1. */
  private int place(int row) {
    for (int k = 0; k < lines.good(); k++) {
      if (lines.row(k) == row) {
        return k;
      }
    }
    return -1;
  }

  private boolean isAnyPriced() {
    for (int k = 0; k < lines.good(); k++) {
      if (lines.line(k).hasValue()) {
        return true;
      }
    }
    return false;
  }

  /** Adds up the good rows. */
  void read(int digits, MappingSink sink) {
    if (!readGiven(sink)) {
      addUp();
      if (hasTotal && lines.isPartial()) {
        sink.notice(Code.VALUE_PARTIAL, "", "");
      }
    }
    if (hasTotal) {
      total.round(digits);
    }
    readCount();
  }

  /** The order's total as some row gives it. */
  private boolean readGiven(MappingSink sink) {
    hasTotal = false;
    boolean agree = true;
    for (int k = 0; k < lines.good(); k++) {
      OrderLine line = lines.line(k);
      RowNumbers.Row row = numbers.row(lines.row(k));
      boolean isPrice =
          !numbers.hasTotal() && priceIs == SnapchatSettings.PriceIs.ORDER_TOTAL && line.hasValue();
      if (row.hasTotal() || isPrice) {
        Decimal given = row.hasTotal() ? row.total() : line.value();
        agree &= !hasTotal || total.compareWith(given) == 0;
        if (!hasTotal) {
          total.set(given);
        }
        hasTotal = true;
      }
    }
    if (!agree) {
      sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, numbers.hasTotal() ? totalLabel : priceLabel, "");
    }
    return hasTotal;
  }

  private void addUp() {
    total.set(0, 0);
    for (int k = 0; k < lines.good(); k++) {
      if (lines.line(k).hasValue()) {
        number.set(lines.line(k).value());
        if (priceIs == SnapchatSettings.PriceIs.UNIT_PRICE) {
          number.multiply(numbers.row(lines.row(k)).unitsInto(units));
        }
        total.add(number);
        hasTotal = true;
      }
    }
  }

  /** The sum of number_items, else of quantity, else the number of rows that name an item. */
  private void readCount() {
    boolean byCount = false;
    boolean byQuantity = false;
    for (int k = 0; k < lines.good(); k++) {
      byCount |= numbers.row(lines.row(k)).hasCount();
      byQuantity |= numbers.row(lines.row(k)).hasQuantity();
    }
    count.set(0, 0);
    hasCount = byCount || byQuantity;
    for (int k = 0; k < lines.good(); k++) {
      RowNumbers.Row row = numbers.row(lines.row(k));
      if (byCount && row.hasCount()) {
        count.add(row.count());
      } else if (!byCount && byQuantity && row.hasQuantity()) {
        count.add(row.quantity());
      } else if (!byCount && !byQuantity && !lines.line(k).product().isEmpty()) {
        count.add(number.set(1, 0));
        hasCount = true;
      }
    }
    count.round(0);
  }

  /** The price of one unit of the {@code k}-th good row, if it is known. */
  boolean unitPrice(int k, int digits, Decimal target) {
    RowNumbers.Row row = numbers.row(lines.row(k));
    if (row.hasItemPrice()) {
      target.set(row.itemPrice()).round(digits);
      return true;
    }
    if (!lines.line(k).hasValue() || priceIs == SnapchatSettings.PriceIs.ORDER_TOTAL) {
      return false;
    }
    target.set(lines.line(k).value());
    if (priceIs == SnapchatSettings.PriceIs.LINE_TOTAL
        && row.unitsInto(units).compareWith(number.set(1, 0)) != 0) {
      target.divide(units, digits);
    }
    target.round(digits);
    return true;
  }

  /** The units of the {@code k}-th good row. */
  Decimal units(int k) {
    return numbers.row(lines.row(k)).unitsInto(units).round(0);
  }

  boolean hasTotal() {
    return hasTotal;
  }

  /** The order's value, rounded to its currency's digits. */
  Decimal total() {
    return total;
  }

  boolean hasCount() {
    return hasCount;
  }

  /** The number of units. */
  Decimal count() {
    return count;
  }
}
