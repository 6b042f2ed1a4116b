package dev.footfall.destinations.pinterest;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.Optional;
import java.util.function.Consumer;

/** What an order is worth, and how many units it has. Reused from order to order by one thread. */
final class PinterestAmount {
  private final int countIndex;
  private final String countLabel;
  private final String valueLabel;
  private final String quantityLabel;
  private final PinterestItems items;
  private final Decimal sum = new Decimal();
  private final Decimal units = new Decimal();
  private final Decimal total = new Decimal();
  private final Decimal count = new Decimal();
  private final Decimal number = new Decimal();
  private final Text cell = new Text();
  private final Consumer<Item> adding = this::add;
  private boolean hasAllPrices;
  private boolean hasAllUnits;
  private boolean hasFraction;
  private boolean hasCount;

  PinterestAmount(Binding binding, PinterestItems items) {
    this.countIndex = binding.index("num_items");
    this.countLabel = binding.label("num_items");
    this.valueLabel = binding.label("value");
    this.quantityLabel = binding.label("quantity");
    this.items = items;
  }

  /** Adds up the good rows; why the order has no value, if it has none. */
  Optional<Code> read(RowGroup group, OrderLines lines, int digits, MappingSink sink) {
    sum.set(0, 0);
    units.set(0, 0);
    hasAllPrices = true;
    hasAllUnits = true;
    hasFraction = false;
    items.collect(group, lines);
    items.all().forEach(adding);
    boolean isGiven = readGiven(lines);
    boolean agree = isGiven && agree(lines);
    if (!agree && !hasAllPrices) {
      return Optional.of(isGiven ? Code.CONFLICTING_VALUE : Code.MISSING_VALUE);
    }
    if (!agree) {
      total.set(sum);
      report(group, lines, sink);
    }
    total.round(digits);
    readCount(group, lines, sink);
    items.report(hasFraction, sink);
    return Optional.empty();
  }

  private void add(Item item) {
    hasAllPrices &= item.isComputable();
    hasAllUnits &= item.hasQuantity;
    hasFraction |= item.isFraction();
    if (item.isComputable()) {
      sum.add(number.set(item.price).multiply(item.quantity));
    }
    if (item.isFraction()) {
      units.add(number.set(1, 0));
    } else if (item.hasQuantity) {
      units.add(item.quantity);
    }
  }

  private boolean readGiven(OrderLines lines) {
    for (int k = 0; k < lines.good(); k++) {
      if (lines.line(k).hasValue()) {
        total.set(lines.line(k).value());
        return true;
      }
    }
    return false;
  }

  private boolean agree(OrderLines lines) {
    for (int k = 0; k < lines.good(); k++) {
      if (lines.line(k).hasValue() && total.compareWith(lines.line(k).value()) != 0) {
        return false;
      }
    }
    return true;
  }

  private void report(RowGroup group, OrderLines lines, MappingSink sink) {
    if (lines.isPartial()) {
      sink.notice(Code.VALUE_PARTIAL, "", "");
    }
    if (units.compareWith(number.set(1, 0)) > 0 && items.isOneBareRow(group)) {
      sink.notice(Code.SUSPICIOUS_VALUE, quantityLabel, "");
    }
  }

  /** The column, where its rows agree; else the units, where every row has some. */
  private void readCount(RowGroup group, OrderLines lines, MappingSink sink) {
    hasCount = false;
    boolean agree = true;
    for (int k = 0; countIndex >= 0 && k < lines.good(); k++) {
      if (readCount(group, lines.row(k), sink)) {
        agree &= !hasCount || count.compareWith(number) == 0;
        count.set(number);
        hasCount = true;
      }
    }
    if ((!hasCount || !agree)) {
      hasCount = hasAllUnits;
      count.set(units);
    }
    count.round(0);
  }

  private boolean readCount(RowGroup group, int row, MappingSink sink) {
    Column column = group.column(countIndex, row);
    int at = group.row(row);
    if (column.isNull(at)) {
      return false;
    }
    column.text(at, cell);
    if (cell.trim().isEmpty()) {
      return false;
    }
    boolean isCount = column.decimal(at, number) && number.isWhole() && number.signum() > 0;
    if (!isCount) {
      sink.dropped(row, Code.FIELD_DROPPED, countLabel, "not a whole number above zero");
    }
    return isCount;
  }

  /** The query's own label of the value. */
  String label() {
    return valueLabel;
  }

  /** The order's value, rounded to its currency's digits. */
  Decimal total() {
    return total;
  }

  /** Whether the number of units is known. */
  boolean hasCount() {
    return hasCount;
  }

  /** The number of units. */
  Decimal count() {
    return count;
  }
}
