package dev.footfall.core.event;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Currencies;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Optional;

/**
 * The one currency of an order: a row without a readable one is filled from the others; two
 * different ones are a conflict. Reused by one thread.
 */
public final class OrderCurrency {
  private final int index;
  private final String label;
  private final Optional<Currency> fallback;
  private final Text cell = new Text();
  private Optional<Currency> found = Optional.empty();
  private Optional<Code> fault = Optional.empty();

  /**
   * Currencies of one query.
   *
   * @param fallback used when no row of an order has any text there
   */
  public OrderCurrency(Binding binding, String column, Optional<Currency> fallback) {
    this.index = binding.index(column);
    this.label = binding.label(column);
    this.fallback = fallback;
  }

  /** Reads the judged rows of an order. */
  public void read(RowGroup group, OrderLines lines) {
    found = Optional.empty();
    fault = Optional.empty();
    boolean unreadable = false;
    for (int k = 0; k < lines.judged() && index >= 0; k++) {
      Column column = group.column(index, lines.row(k));
      int at = group.row(lines.row(k));
      if (!column.isNull(at)) {
        column.text(at, cell);
        unreadable |= !cell.trim().isEmpty() && !take();
      }
    }
    if (found.isEmpty()) {
      found = unreadable ? found : fallback;
      fault =
          found.isPresent()
              ? fault
              : Optional.of(unreadable ? Code.BAD_CURRENCY : Code.MISSING_CURRENCY);
    }
  }

  private boolean take() {
    Optional<Currency> currency = Currencies.find(cell);
    if (found.isPresent() && currency.isPresent() && !found.equals(currency)) {
      fault = Optional.of(Code.CURRENCY_CONFLICT);
    }
    if (found.isEmpty()) {
      found = currency;
    }
    return currency.isPresent();
  }

  /** What is wrong: CURRENCY_CONFLICT, BAD_CURRENCY or MISSING_CURRENCY. */
  public Optional<Code> fault() {
    return fault;
  }

  /** The order's currency. */
  public Optional<Currency> currency() {
    return found;
  }

  /** The query's own label of the column. */
  public String label() {
    return label;
  }
}
