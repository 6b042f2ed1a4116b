package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Vocabulary;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.OrderLine;
import dev.footfall.core.event.OrderLines;
import dev.footfall.core.source.Decimal;

/** What an order is worth, and how many units it has. Reused from order to order by one thread. */
final class TikTokAmount {
  private final String label;
  private final boolean valueWins;
  private final Decimal total = new Decimal();
  private final Decimal given = new Decimal();
  private final Decimal product = new Decimal();
  private int rows;
  private int computable;
  private int valued;
  private boolean isRepeated;
  private boolean differs;

  TikTokAmount(Binding binding) {
    this.label = binding.label("value");
    this.valueWins = binding.vocabulary() == Vocabulary.CANONICAL;
  }

  /** Computes the value of the good rows, rounded to so many digits. */
  void read(OrderLines lines, int digits, MappingSink sink) {
    rows = lines.good();
    sum(lines);
    readGiven(lines);
    differs = false;
    if (valueWins && valued > 0) {
      takeTotal(lines, digits, sink);
    } else if (computable == 0 && valued > 0) {
      total.set(given);
    }
    total.round(digits);
    report(lines, sink);
  }

  private void sum(OrderLines lines) {
    total.set(0, 0);
    computable = 0;
    for (int k = 0; k < rows; k++) {
      OrderLine line = lines.line(k);
      if (line.isComputable()) {
        computable++;
        total.add(product.set(line.price()).multiply(line.quantity()));
      }
    }
  }

  /** The rows' values: one that all repeat counts once, different ones are added up. */
  private void readGiven(OrderLines lines) {
    given.set(0, 0);
    product.set(0, 0);
    valued = 0;
    boolean same = true;
    for (int k = 0; k < rows; k++) {
      OrderLine line = lines.line(k);
      if (line.hasValue()) {
        same &= valued == 0 || product.compareWith(line.value()) == 0;
        product.set(line.value());
        given.add(line.value());
        valued++;
      }
    }
    isRepeated = same && valued == rows && rows > 1;
    if (isRepeated) {
      given.set(product);
    }
  }

  /** In the canonical vocabulary the first value is the order's total. */
  private void takeTotal(OrderLines lines, int digits, MappingSink sink) {
    int first = 0;
    while (!lines.line(first).hasValue()) {
      first++;
    }
    given.set(lines.line(first).value());
    for (int k = first + 1; k < rows; k++) {
      if (lines.line(k).hasValue() && lines.line(k).value().compareWith(given) != 0) {
        sink.notice(Code.ORDER_ATTRIBUTE_CONFLICT, label, "");
        break;
      }
    }
    given.round(digits);
    differs = computable < rows || total.round(digits).compareWith(given) != 0;
    total.set(given);
  }

  private void report(OrderLines lines, MappingSink sink) {
    boolean covered = (valueWins && valued > 0) || computable == 0 || computable == rows;
    if (!isKnown()) {
      sink.notice(Code.NO_VALUE, "", "");
    } else if (!covered || lines.isPartial()) {
      sink.notice(Code.VALUE_PARTIAL, "", "");
    }
  }

  boolean isKnown() {
    return computable > 0 || valued > 0;
  }

  /** The rounded value, where {@link #isKnown}. */
  Decimal total() {
    return total;
  }

  /**
   * What a line of a file is worth: its own price × quantity or value; an order's total on its
   * first line only.
   *
   * @return false when it has no amount of its own
   */
  boolean ofLine(OrderLines lines, int k, int digits, Decimal target) {
    OrderLine line = lines.line(k);
    boolean hasTotal = valueWins && valued > 0;
    boolean isTotal = hasTotal ? differs : isRepeated && !line.isComputable();
    if (isTotal) {
      target.set(valueWins ? total : line.value()).round(digits);
      return k == 0;
    }
    if (line.isComputable()) {
      target.set(line.price()).multiply(line.quantity()).round(digits);
      return true;
    }
    target.set(line.value()).round(digits);
    return line.hasValue();
  }
}
