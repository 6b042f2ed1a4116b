package dev.footfall.destinations.google;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.source.Decimal;

/** What an order is worth. Reused from order to order by one thread. */
final class GoogleAmount {
  private final String valueLabel;
  private final boolean givenWins;
  private final Decimal sum = new Decimal();
  private final Decimal given = new Decimal();
  private final Decimal total = new Decimal();
  private final Decimal product = new Decimal();
  private boolean isComputable;
  private boolean isGiven;
  private boolean isConflicting;

  GoogleAmount(Binding binding) {
    this.valueLabel = binding.label("conversion_value");
    this.givenWins = binding.vocabulary() == Vocabulary.CANONICAL;
  }

  /** Adds up the good rows, and rounds once. */
  void read(OrderLines lines, int digits) {
    sum.set(0, 0);
    isComputable = true;
    isGiven = false;
    isConflicting = false;
    for (int k = 0; k < lines.good(); k++) {
      add(lines.line(k));
    }
    if (isPresent()) {
      total.set(isTakenAsGiven() ? given : sum).round(digits);
    }
  }

  private void add(OrderLine line) {
    isComputable &= line.isComputable();
    if (isComputable) {
      sum.add(product.set(line.price()).multiply(line.quantity()));
    }
    if (line.hasValue()) {
      isConflicting |= isGiven && given.compareWith(line.value()) != 0;
      if (!isGiven) {
        given.set(line.value());
      }
      isGiven = true;
    }
  }

  /** In Google's own columns the rows' prices win, in canonical ones the order's value. */
  private boolean isTakenAsGiven() {
    return isGiven && (givenWins || !isComputable);
  }

  void report(OrderLines lines, boolean hasCurrency, MappingSink sink) {
    if (!isPresent()) {
      sink.notice(Code.NO_VALUE, valueLabel, "");
    } else if (!hasCurrency) {
      sink.notice(Code.CURRENCY_ASSUMED, "", "");
    }
    if (isTakenAsGiven() && isConflicting) {
      sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, valueLabel, "");
    }
    if (isComputable && !isTakenAsGiven() && lines.isPartial()) {
      sink.notice(Code.VALUE_PARTIAL, "", "");
    }
  }

  boolean isPresent() {
    return isGiven || isComputable;
  }

  Decimal total() {
    return total;
  }

  /** The query's own label of the value. */
  String label() {
    return valueLabel;
  }
}
