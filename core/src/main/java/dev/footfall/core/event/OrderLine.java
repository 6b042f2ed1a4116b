package dev.footfall.core.event;

import dev.footfall.core.destination.Code;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;

/** The numbers and the time of one row of an order; reused. */
public final class OrderLine {
  final Decimal price = new Decimal();
  final Decimal quantity = new Decimal();
  final Decimal value = new Decimal();
  final Text product = new Text();
  boolean hasPrice;
  boolean hasQuantity;
  boolean hasValue;
  long micros;
  Fault timeFault = Fault.NONE;
  Fault numberFault = Fault.NONE;

  OrderLine() {}

  /**
   * Why a row leaves its order.
   *
   * @param isFault false for none
   */
  record Fault(boolean isFault, Code code, String column) {
    static final Fault NONE = new Fault(false, Code.BAD_VALUE, "");

    static Fault of(Code code, String column) {
      return new Fault(true, code, column);
    }
  }

  void clear() {
    hasPrice = false;
    hasQuantity = false;
    hasValue = false;
    if (timeFault.isFault()) {
      timeFault = Fault.NONE;
    }
    if (numberFault.isFault()) {
      numberFault = Fault.NONE;
    }
  }

  /** The price of one unit, where {@link #hasPrice}. */
  public Decimal price() {
    return price;
  }

  /** The units, where {@link #hasQuantity}. */
  public Decimal quantity() {
    return quantity;
  }

  /** The row's amount, where {@link #hasValue}. */
  public Decimal value() {
    return value;
  }

  /** The item's id, trimmed; empty when there is none. */
  public Text product() {
    return product;
  }

  /** Whether the row has a price. */
  public boolean hasPrice() {
    return hasPrice;
  }

  /** Whether the row has a quantity. */
  public boolean hasQuantity() {
    return hasQuantity;
  }

  /** Whether the row has a value. */
  public boolean hasValue() {
    return hasValue;
  }

  /** Whether price and quantity are both there. */
  public boolean isComputable() {
    return hasPrice && hasQuantity;
  }

  /** When it happened, microseconds since the Unix epoch. */
  public long micros() {
    return micros;
  }

  /** When it happened, whole Unix seconds, fractions cut. */
  public long seconds() {
    return Math.floorDiv(micros, 1_000_000L);
  }

  /** Notes what is wrong with the row's numbers; the first fault stands. */
  void numberFault(Code code, String column) {
    if (!numberFault.isFault()) {
      numberFault = Fault.of(code, column);
    }
  }
}
