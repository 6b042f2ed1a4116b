package dev.footfall.destinations.tradedesk;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.function.Predicate;

/** Reads a number of a line item, which is left out when it is none. Used by one thread. */
final class NumberCell {
  private final int index;
  private final String label;
  private final Code code;
  private final Predicate<Decimal> fits;
  private final Text cell = new Text();

  private NumberCell(Binding binding, String column, Code code, Predicate<Decimal> fits) {
    this.index = binding.index(column);
    this.label = binding.label(column);
    this.code = code;
    this.fits = fits;
  }

  /** Prices, which may begin with a currency sign: {@code $9.99}. */
  static NumberCell price(Binding binding) {
    return new NumberCell(binding, "price", Code.BAD_PRICE, number -> number.signum() >= 0);
  }

  /** Whole numbers above zero. */
  static NumberCell quantity(Binding binding) {
    return new NumberCell(
        binding, "qty", Code.BAD_QUANTITY, number -> number.signum() > 0 && number.isWhole());
  }

  /** Whether the cell of a row holds a fit number; another one is reported. */
  boolean read(RowGroup group, int row, Decimal target, MappingSink sink) {
    if (isBlank(group, row)) {
      return false;
    }
    boolean isGood = isGood(group, row, target);
    if (!isGood) {
      sink.dropped(row, code, label, "");
    }
    return isGood;
  }

  /** As {@link #read}, without a word. */
  boolean peek(RowGroup group, int row, Decimal target) {
    return !isBlank(group, row) && isGood(group, row, target);
  }

  private boolean isBlank(RowGroup group, int row) {
    return index < 0 || PlainCell.isBlank(group, row, index, cell);
  }

  private boolean isGood(RowGroup group, int row, Decimal target) {
    Column column = group.column(index, row);
    int at = group.row(row);
    boolean isRead =
        column.decimal(at, target)
            || (code == Code.BAD_PRICE && isSigned(column, at) && isRead(target));
    return isRead && fits.test(target);
  }

  /** Whether a text begins with a currency sign; the window on it then begins behind the sign. */
  private boolean isSigned(Column column, int row) {
    if (column.kind(row) != CellKind.TEXT) {
      return false;
    }
    column.text(row, cell);
    String text = cell.trim().decode();
    int first = text.isEmpty() ? 0 : text.codePointAt(0);
    boolean isSigned = Character.getType(first) == Character.CURRENCY_SYMBOL;
    if (isSigned) {
      int sign = Text.utf8(Character.toString(first)).length;
      cell.set(cell.bytes(), cell.start() + sign, cell.end());
    }
    return isSigned;
  }

  private boolean isRead(Decimal target) {
    return target.parse(cell.bytes(), cell.start(), cell.end());
  }
}
