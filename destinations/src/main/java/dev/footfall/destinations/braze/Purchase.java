package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.RouteContext;
import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.event.JsonBytes;
import dev.footfall.core.event.PlainCell;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Currencies;
import dev.footfall.core.normalise.Currency;
import dev.footfall.core.normalise.Moment;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One row as a purchase: read, judged, named and written. Used by one thread. */
final class Purchase {
  /** Most units in one object. */
  static final int UNITS = 100;

  private static final int MOST_UNITS = 75 * UNITS;
  private static final int MOST_PRODUCT = 255;
  private static final char UNIT = 0x1F;
  private static final byte[] BY_ORDER = Text.utf8("braze-purchase-v1" + UNIT + "order");
  private static final byte[] BY_ROW = Text.utf8("braze-purchase-v1" + UNIT + "row");
  private static final byte[] PRODUCT = JsonBytes.key("product_id");
  private static final byte[] CURRENCY = JsonBytes.key("currency");
  private static final byte[] PRICE = JsonBytes.key("price");
  private static final byte[] QUANTITY = JsonBytes.key("quantity");
  private static final byte[] TIME = JsonBytes.key("time");

  private final Person person;
  private final Gate gate;
  private final Times times;
  private final byte[] kind;
  private final PlainCell productCell;
  private final PlainCell orderCell;
  private final PlainCell currencyCell;
  private final Cell priceCell;
  private final Cell quantityCell;
  private final Cell timeCell;
  private final ByteBuilder product = new ByteBuilder(64);
  private final ByteBuilder order = new ByteBuilder(64);
  private final Decimal price = new Decimal();
  private final Decimal units = new Decimal();
  private final Text scratch = new Text();
  private final JsonBytes timeText = new JsonBytes();
  private String currency = "";

  /** Why a row is no purchase. */
  record Fault(Code code, String label) {}

  /** A column of the query; its index is less than 0 where it has none. */
  private record Cell(int index, String label) {
    static Cell of(Binding binding, String column) {
      return new Cell(binding.index(column), binding.label(column));
    }

    boolean isBlank(RowGroup group, int row, Text scratch) {
      if (index < 0 || group.column(index, row).isNull(group.row(row))) {
        return true;
      }
      group.column(index, row).text(group.row(row), scratch);
      return scratch.trim().isEmpty();
    }

    Optional<Fault> fault(Code code) {
      return Optional.of(new Fault(code, label));
    }
  }

  Purchase(BrazeSettings settings, RouteContext context) {
    Binding binding = context.binding();
    this.person = new Person(binding, settings.people());
    this.gate = new Gate(binding);
    this.times = new Times(context.zone(), settings.reading().isStrict());
    this.kind = Person.kind(settings.people());
    this.productCell = new PlainCell(binding, "product_id");
    this.orderCell = new PlainCell(binding, "order_id");
    this.currencyCell = new PlainCell(binding, "currency");
    this.priceCell = Cell.of(binding, "price");
    this.quantityCell = Cell.of(binding, "quantity");
    this.timeCell = Cell.of(binding, "purchase_time");
  }

  /** Reads a row; says why it cannot be sent, if so. */
  Optional<Fault> read(RowGroup group, int row) {
    Optional<Gate.Closed> closed = gate.closed(group, row);
    if (closed.isPresent()) {
      return Optional.of(new Fault(closed.get().code(), closed.get().label()));
    }
    return time(group, row)
        .or(() -> who(group, row))
        .or(() -> what(group, row))
        .or(() -> currency(group, row))
        .or(() -> price(group, row))
        .or(() -> quantity(group, row));
  }

  private Optional<Fault> time(RowGroup group, int row) {
    if (timeCell.index() < 0) {
      return timeCell.fault(Code.MISSING_TIMESTAMP);
    }
    Moment.Reading reading = times.read(group.column(timeCell.index(), row), group.row(row));
    return switch (reading) {
      case MISSING -> timeCell.fault(Code.MISSING_TIMESTAMP);
      case BAD -> timeCell.fault(Code.BAD_TIMESTAMP);
      case OK -> {
        timeText.clear().time(times.millis(), 3);
        yield Optional.empty();
      }
    };
  }

  private Optional<Fault> who(RowGroup group, int row) {
    return person.read(group, row)
        ? Optional.empty()
        : Optional.of(new Fault(Code.MISSING_IDENTITY, person.label()));
  }

  private Optional<Fault> what(RowGroup group, int row) {
    Text text = productCell.read(group, row);
    if (text.isEmpty()) {
      return Optional.of(new Fault(Code.MISSING_PRODUCT_ID, productCell.label()));
    }
    if (text.length() > MOST_PRODUCT && text.decode().length() > MOST_PRODUCT) {
      return Optional.of(new Fault(Code.VALUE_TOO_LONG, productCell.label()));
    }
    product.clear().add(text);
    order.clear().add(orderCell.read(group, row));
    return Optional.empty();
  }

  private Optional<Fault> currency(RowGroup group, int row) {
    Text text = currencyCell.read(group, row);
    if (text.isEmpty()) {
      return Optional.of(new Fault(Code.MISSING_CURRENCY, currencyCell.label()));
    }
    Optional<Currency> found = Currencies.find(text);
    currency = found.map(Currency::code).orElse("");
    return found.isPresent()
        ? Optional.empty()
        : Optional.of(new Fault(Code.BAD_CURRENCY, currencyCell.label()));
  }

  private Optional<Fault> price(RowGroup group, int row) {
    if (priceCell.isBlank(group, row, scratch)) {
      return priceCell.fault(Code.MISSING_VALUE);
    }
    return isNumber(priceCell, group, row, price)
        ? Optional.empty()
        : priceCell.fault(Code.BAD_PRICE);
  }

  private Optional<Fault> quantity(RowGroup group, int row) {
    if (quantityCell.isBlank(group, row, scratch)) {
      units.set(0, 0);
      return Optional.empty();
    }
    boolean isGood =
        isNumber(quantityCell, group, row, units)
            && units.fitsLong()
            && units.longValue() >= 1
            && units.longValue() <= MOST_UNITS;
    return isGood ? Optional.empty() : quantityCell.fault(Code.BAD_QUANTITY);
  }

  /** Plain notation only: a text with an exponent is no number here. */
  private boolean isNumber(Cell cell, RowGroup group, int row, Decimal target) {
    Column column = group.column(cell.index(), row);
    int at = group.row(row);
    if (!column.decimal(at, target)) {
      return false;
    }
    boolean isText = column.kind(at) == CellKind.TEXT;
    if (isText) {
      column.text(at, scratch);
      for (int i = scratch.start(); i < scratch.end(); i++) {
        if ((scratch.bytes()[i] | 0x20) == 'e') {
          return false;
        }
      }
    }
    target.strip();
    return true;
  }

  /** Appends what the row is known by, without its ordinal. */
  void name(ByteBuilder out) {
    if (order.length() > 0) {
      out.add(BY_ORDER).add(UNIT).add(order.bytes(), 0, order.length());
      out.add(UNIT).add(product.bytes(), 0, product.length());
      return;
    }
    out.add(BY_ROW).add(UNIT).add(kind);
    person.name(out);
    out.add(UNIT).add(product.bytes(), 0, product.length());
    out.add(UNIT).add(Text.utf8(currency)).add(UNIT);
    digits(out);
    out.add(UNIT).add(hasQuantity() ? units.longValue() : 1L).add(UNIT);
    byte[] time = timeText.toBytes();
    out.add(time, 1, time.length - 1);
  }

  private void digits(ByteBuilder out) {
    out.ensure(price.maxWidth());
    out.length(price.write(out.bytes(), out.length()));
  }

  boolean hasQuantity() {
    return units.signum() > 0;
  }

  /** Units, 1 where the row does not say. */
  long units() {
    return hasQuantity() ? units.longValue() : 1;
  }

  /** How many objects the row becomes. */
  int parts() {
    return (int) ((units() + UNITS - 1) / UNITS);
  }

  /** Writes the members of one object for so many units. */
  void write(JsonBytes json, long count) {
    person.write(json);
    json.key(PRODUCT).text(product.bytes(), 0, product.length());
    json.key(CURRENCY).plain(Text.utf8(currency));
    json.key(PRICE).number(price);
    if (hasQuantity()) {
      json.key(QUANTITY).number(count);
    }
    json.key(TIME).raw(timeText.toBytes());
  }

  long millis() {
    return times.millis();
  }

  boolean isZoneAssumed() {
    return times.isAssumed();
  }

  String timeLabel() {
    return timeCell.label();
  }

  /** The order's id; empty when the row has none. */
  String orderId() {
    return new String(order.copy(), StandardCharsets.UTF_8);
  }
}
