package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.source.Decimal;
import java.math.BigDecimal;

/** What an order is worth. Reused from order to order by one thread. */
final class MetaAmount {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final String label;
  private final boolean lineTotals;
  private final boolean valueWins;
  private final Decimal total = new Decimal();
  private final Decimal given = new Decimal();
  private final Decimal product = new Decimal();
  private boolean isKnown;
  private boolean isGiven;

  MetaAmount(Binding binding, MetaSettings.Rules rules) {
    this.label = binding.label("value");
    this.valueWins = binding.vocabulary() == Vocabulary.CANONICAL;
    this.lineTotals = rules.lineTotals() && !valueWins;
  }

  /** Computes the value of the good rows, rounded to so many digits. */
  void read(OrderLines lines, int digits, MappingSink sink) {
    boolean isComputed = sum(lines);
    boolean disagree = readGiven(lines);
    isKnown = isComputed || isGiven;
    if (isGiven && (valueWins || !isComputed)) {
      total.set(given);
      if (disagree) {
        sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, label, "");
      }
    }
    total.round(digits);
    if (isComputed && isGiven && !valueWins && isFarFromGiven()) {
      sink.notice(Code.VALUE_COLUMN_IGNORED, label, "");
    }
  }

  /** Adds up price × quantity; false when some row lacks one of them. */
  private boolean sum(OrderLines lines) {
    total.set(0, 0);
    for (int k = 0; k < lines.good(); k++) {
      OrderLine line = lines.line(k);
      if (!line.isComputable()) {
        return false;
      }
      total.add(product.set(line.price()).multiply(line.quantity()));
    }
    return true;
  }

  /** Reads the value column; true when rows of one total disagree on it. */
  private boolean readGiven(OrderLines lines) {
    isGiven = false;
    boolean disagree = false;
    given.set(0, 0);
    for (int k = 0; k < lines.good(); k++) {
      if (lines.line(k).hasValue()) {
        Decimal value = lines.line(k).value();
        if (lineTotals) {
          given.add(value);
        } else if (!isGiven) {
          given.set(value);
        } else {
          disagree |= given.compareWith(value) != 0;
        }
        isGiven = true;
      }
    }
    return disagree;
  }

  private boolean isFarFromGiven() {
    return total.compareWith(given) != 0
        && total.toBigDecimal().subtract(given.toBigDecimal()).abs().compareTo(CENT) > 0;
  }

  boolean isKnown() {
    return isKnown;
  }

  /** The rounded value. */
  Decimal total() {
    return total;
  }
}
