package dev.footfall.destinations.criteo;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.normalise.Currencies;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.Optional;

/** The money of a row: currency, value, quantity, and whether it counts. One thread. */
final class SaleAmount {
  private final Binding binding;
  private final CriteoSettings.Amounts settings;
  private final int value;
  private final int quantity;
  private final int currency;
  private final int[] flags;
  private final String valueLabel;
  private final String quantityLabel;
  private final Text text = new Text();
  private final Decimal amount = new Decimal();
  private final Decimal units = new Decimal();
  private Currency unit;
  private Refusal refusal = Refusal.NONE;

  SaleAmount(Binding binding, CriteoSettings.Amounts settings) {
    this.binding = binding;
    this.settings = settings;
    this.unit = settings.defaultCurrency();
    this.value = binding.index("product_value");
    this.quantity = binding.index("product_quantity");
    this.currency = binding.index("currency");
    this.valueLabel = binding.label("product_value");
    this.quantityLabel = binding.label("product_quantity");
    this.flags = new int[] {binding.index("is_return"), binding.index("is_cancellation")};
  }

  /** Why a row is refused, by its column. */
  record Refusal(Optional<Code> code, String column) {
    static final Refusal NONE = new Refusal(Optional.empty(), "");
  }

  /** Reads a row; says why it cannot be written, if it cannot. */
  Refusal read(RowGroup group, int row) {
    refusal = Refusal.NONE;
    boolean isVoid = isVoid(group, row);
    if (readCurrency(group, row)
        && (!isVoid || settings.includesReturns() || refused(Code.RETURN_OR_CANCELLATION, flag))
        && readValue(group, row, isVoid)
        && readQuantity(group, row, isVoid)) {
      convert();
    }
    return refusal;
  }

  private String flag = "";

  private boolean isVoid(RowGroup group, int row) {
    for (int i = 0; i < flags.length; i++) {
      if (flags[i] >= 0
          && Booleans.read(group.column(flags[i], row), group.row(row), text)
              == Booleans.Flag.TRUE) {
        flag = binding.header().get(flags[i]).name();
        return true;
      }
    }
    return false;
  }

  private boolean refused(Code code, String column) {
    refusal = new Refusal(Optional.of(code), column);
    return false;
  }

  private boolean readCurrency(RowGroup group, int row) {
    unit = settings.defaultCurrency();
    if (!isFilled(currency, group, row)) {
      return true;
    }
    group.column(currency, row).text(group.row(row), text);
    Optional<Currency> found = Currencies.find(text.trim());
    found.ifPresent(known -> unit = known);
    return found.isPresent() || refused(Code.BAD_CURRENCY, binding.label("currency"));
  }

  private boolean readValue(RowGroup group, int row, boolean isVoid) {
    if (!isFilled(value, group, row)) {
      return refused(Code.MISSING_VALUE, valueLabel);
    }
    if (!group.column(value, row).decimal(group.row(row), amount)) {
      return refused(Code.BAD_VALUE, valueLabel);
    }
    return amount.signum() >= 0 || isVoid || refused(Code.RETURN_OR_CANCELLATION, valueLabel);
  }

  private boolean readQuantity(RowGroup group, int row, boolean isVoid) {
    units.set(1, 0);
    if (!isFilled(quantity, group, row)) {
      return true;
    }
    if (!group.column(quantity, row).decimal(group.row(row), units)) {
      return refused(Code.BAD_QUANTITY, quantityLabel);
    }
    if (units.signum() < 0 && !isVoid) {
      return refused(Code.RETURN_OR_CANCELLATION, quantityLabel);
    }
    if (!units.isWhole() || units.signum() == 0) {
      return refused(Code.BAD_QUANTITY, quantityLabel);
    }
    units.round(0);
    return true;
  }

  private boolean isFilled(int index, RowGroup group, int row) {
    if (index < 0) {
      return false;
    }
    Column column = group.column(index, row);
    int at = group.row(row);
    if (column.isNull(at)) {
      return false;
    }
    if (column.kind(at) != CellKind.TEXT) {
      return true;
    }
    column.text(at, text);
    return !text.trim().isEmpty();
  }

  private void convert() {
    if (settings.multiplies()) {
      amount.multiply(units);
    } else if (settings.divides()) {
      amount.divide(units, unit.digits());
    }
    amount.round(unit.digits());
  }

  /** Writes the last row that was read without a refusal. */
  void write(ByteBuilder valueCell, ByteBuilder quantityCell, ByteBuilder currencyCell) {
    write(amount, valueCell.clear());
    write(units, quantityCell.clear());
    for (int i = 0; i < unit.code().length(); i++) {
      (i == 0 ? currencyCell.clear() : currencyCell).add(unit.code().charAt(i));
    }
  }

  private static void write(Decimal number, ByteBuilder out) {
    out.ensure(number.maxWidth());
    out.length(number.write(out.bytes(), out.length()));
  }
}
