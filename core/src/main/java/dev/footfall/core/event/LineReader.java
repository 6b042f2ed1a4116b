package dev.footfall.core.event;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Booleans;
import dev.footfall.core.normalise.Moment;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.List;

/** Reads a row's time, product and numbers, and says what is wrong with them. One thread's. */
final class LineReader {
  private final Cells cells;
  private final NumberRules rules;
  private final Timestamps timestamps;
  private final Moment moment = new Moment();
  private final Text scratch = new Text();

  /** Indexes and labels of the bound columns. */
  private record Cells(
      Bound time, Bound product, Bound price, Bound quantity, Bound value, List<Bound> voided) {
    static Cells of(Binding binding, OrderColumns names) {
      return new Cells(
          Bound.of(binding, names.time()),
          Bound.of(binding, names.product()),
          Bound.of(binding, names.price()),
          Bound.of(binding, names.quantity()),
          Bound.of(binding, names.value()),
          names.voided().stream().map(name -> Bound.of(binding, name)).toList());
    }
  }

  private record Bound(int index, String label) {
    static Bound of(Binding binding, String column) {
      return new Bound(binding.index(column), binding.label(column));
    }
  }

  LineReader(Binding binding, OrderColumns names, NumberRules rules, Timestamps timestamps) {
    this.cells = Cells.of(binding, names);
    this.rules = rules;
    this.timestamps = timestamps;
  }

  /** Reads the {@code i}-th row of a group into a cleared line. */
  void read(RowGroup group, int i, OrderLine line, MappingSink sink) {
    readTime(group, i, line, sink);
    readNumbers(group, i, line);
  }

  private void readTime(RowGroup group, int i, OrderLine line, MappingSink sink) {
    if (cells.time.index < 0) {
      line.timeFault = OrderLine.Fault.of(Code.MISSING_TIMESTAMP, cells.time.label);
      return;
    }
    timestamps.read(group.column(cells.time.index, i), group.row(i), moment);
    switch (moment.reading()) {
      case MISSING -> line.timeFault = OrderLine.Fault.of(Code.MISSING_TIMESTAMP, cells.time.label);
      case BAD -> line.timeFault = OrderLine.Fault.of(Code.BAD_TIMESTAMP, cells.time.label);
      case OK -> {
        line.micros = moment.micros();
        if (moment.dateOnly()) {
          sink.dropped(i, Code.DATE_ONLY_TIMESTAMP, cells.time.label, "");
        }
        if (moment.zoneAssumed()) {
          sink.dropped(i, Code.ZONE_ASSUMED, cells.time.label, "");
        }
      }
    }
  }

  private void readNumbers(RowGroup group, int i, OrderLine line) {
    line.product.set(line.product.bytes(), 0, 0);
    if (isFilled(cells.product, group, i)) {
      group.column(cells.product.index, i).text(group.row(i), line.product);
      line.product.trim();
    }
    for (Bound flag : cells.voided) {
      if (isSet(flag, group, i)) {
        line.numberFault = OrderLine.Fault.of(Code.RETURN_OR_CANCELLATION, flag.label);
        return;
      }
    }
    line.hasPrice =
        readNumber(cells.price, group, i, line.price, line, Code.BAD_PRICE, rules.negativePrice());
    line.hasQuantity =
        readNumber(
            cells.quantity,
            group,
            i,
            line.quantity,
            line,
            Code.BAD_QUANTITY,
            rules.negativeQuantity());
    if (line.hasQuantity && line.quantity.signum() == 0) {
      line.numberFault(Code.BAD_QUANTITY, cells.quantity.label);
    }
    line.hasValue =
        readNumber(cells.value, group, i, line.value, line, Code.BAD_VALUE, rules.negativeValue());
  }

  private boolean readNumber(
      Bound bound, RowGroup group, int i, Decimal target, OrderLine line, Code bad, Code negative) {
    if (!isFilled(bound, group, i)) {
      return false;
    }
    if (!group.column(bound.index, i).decimal(group.row(i), target)) {
      line.numberFault(bad, bound.label);
      return false;
    }
    if (target.signum() < 0) {
      line.numberFault(negative, bound.label);
      return false;
    }
    return true;
  }

  private boolean isFilled(Bound bound, RowGroup group, int i) {
    if (bound.index < 0) {
      return false;
    }
    Column column = group.column(bound.index, i);
    int row = group.row(i);
    if (column.isNull(row)) {
      return false;
    }
    return switch (column.kind(row)) {
      case TEXT, NESTED -> {
        column.text(row, scratch);
        yield !scratch.trim().isEmpty();
      }
      default -> true;
    };
  }

  private boolean isSet(Bound bound, RowGroup group, int i) {
    return bound.index >= 0
        && Booleans.read(group.column(bound.index, i), group.row(i), scratch) == Booleans.Flag.TRUE;
  }
}
