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
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one order with their times and numbers, in canonical order: time, product id (missing
 * last), then what {@link TieBreak} says. Results therefore do not depend on the order in which the
 * query returned them.
 *
 * <p>A row whose own time or numbers are wrong stands aside (see {@link #rejectMiscounted}). Reused
 * from order to order by one thread.
 */
public final class OrderLines {
  private final Cells cells;
  private final NumberRules rules;
  private final TieBreak tieBreak;
  private final Timestamps timestamps;
  private final Moment moment = new Moment();
  private final List<OrderLine> lines = new ArrayList<>();
  private int[] order = new int[16];
  private int size;
  private int timely;
  private int good;

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

  /** Lines of the orders of one query. */
  public OrderLines(
      Binding binding,
      OrderColumns names,
      NumberRules rules,
      TieBreak tieBreak,
      Timestamps timestamps) {
    this.cells = Cells.of(binding, names);
    this.rules = rules;
    this.tieBreak = tieBreak;
    this.timestamps = timestamps;
  }

  /** Reads all rows of a group. Notices about times go to {@code sink}. */
  public void read(RowGroup group, MappingSink sink) {
    size = group.size();
    while (lines.size() < size) {
      lines.add(new OrderLine());
    }
    for (int i = 0; i < size; i++) {
      OrderLine line = lines.get(i);
      line.clear();
      readTime(group, i, line, sink);
      readNumbers(group, i, line);
    }
    arrange(group);
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
      fault(line, Code.BAD_QUANTITY, cells.quantity.label);
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
      fault(line, bad, bound.label);
      return false;
    }
    if (target.signum() < 0) {
      fault(line, negative, bound.label);
      return false;
    }
    return true;
  }

  private static void fault(OrderLine line, Code code, String column) {
    if (!line.numberFault.isFault()) {
      line.numberFault = OrderLine.Fault.of(code, column);
    }
  }

  private final Text scratch = new Text();

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

  /**
   * Good lines first in canonical order, then those with wrong numbers, then those without time.
   */
  private void arrange(RowGroup group) {
    if (order.length < size) {
      order = new int[Math.max(size, order.length * 2)];
    }
    int at = 0;
    for (int i = 0; i < size; i++) {
      if (isSound(lines.get(i))) {
        order[at++] = i;
      }
    }
    good = at;
    for (int i = 0; i < size; i++) {
      if (!lines.get(i).timeFault.isFault() && lines.get(i).numberFault.isFault()) {
        order[at++] = i;
      }
    }
    timely = at;
    for (int i = 0; i < size; i++) {
      if (lines.get(i).timeFault.isFault()) {
        order[at++] = i;
      }
    }
    sort(group, 0, good);
    sort(group, good, timely);
  }

  private static boolean isSound(OrderLine line) {
    return !line.timeFault.isFault() && !line.numberFault.isFault();
  }

  private void sort(RowGroup group, int from, int to) {
    if (to - from > 32) {
      Integer[] large = new Integer[to - from];
      java.util.Arrays.setAll(large, i -> order[from + i]);
      java.util.Arrays.sort(large, (a, b) -> compare(group, a, b));
      for (int i = from; i < to; i++) {
        order[i] = large[i - from];
      }
      return;
    }
    for (int i = from + 1; i < to; i++) {
      for (int j = i; j > from && compare(group, order[j - 1], order[j]) > 0; j--) {
        int swapped = order[j];
        order[j] = order[j - 1];
        order[j - 1] = swapped;
      }
    }
  }

  private int compare(RowGroup group, int a, int b) {
    OrderLine left = lines.get(a);
    OrderLine right = lines.get(b);
    int byTime = Long.compare(left.micros, right.micros);
    if (byTime != 0) {
      return byTime;
    }
    int byProduct = compareTexts(left.product, right.product);
    return byProduct != 0 ? byProduct : tieBreak.compare(group, a, left, b, right);
  }

  /** By bytes, which is by code point; the empty text last. */
  static int compareTexts(Text a, Text b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    return java.util.Arrays.compareUnsigned(
        a.bytes(), a.start(), a.end(), b.bytes(), b.start(), b.end());
  }

  /**
   * How many rows the order is judged on: its good ones, or, when it has none, those with a time.
   */
  public int judged() {
    return good > 0 ? good : timely;
  }

  /** How many rows stay in the order. */
  public int good() {
    return good;
  }

  /** How many rows have a readable time. */
  public int timely() {
    return timely;
  }

  /** Index in the group of the {@code k}-th row in canonical order. */
  public int row(int k) {
    return order[k];
  }

  /** The {@code k}-th row in canonical order. */
  public OrderLine line(int k) {
    return lines.get(order[k]);
  }

  /** Earliest time among the judged rows, whole Unix seconds. */
  public long seconds() {
    return line(0).seconds();
  }

  /** Earliest time among the judged rows, microseconds. */
  public long micros() {
    return line(0).micros();
  }

  /**
   * Takes out the good rows that have no amount, unless some row has a value to go by: without one
   * the order's value cannot be known from them.
   *
   * @param label of the column that would have held it
   */
  public void requireAmounts(RowGroup group, String label) {
    boolean isLacking = false;
    for (int k = 0; k < good; k++) {
      if (line(k).hasValue) {
        return;
      }
      isLacking |= !line(k).isComputable();
    }
    if (isLacking) {
      OrderLine.Fault fault = OrderLine.Fault.of(Code.MISSING_VALUE, label);
      for (int k = 0; k < good; k++) {
        line(k).numberFault = line(k).isComputable() ? OrderLine.Fault.NONE : fault;
      }
      arrange(group);
    }
  }

  /** Takes out a row whose further numbers are wrong, unless it stands aside already. */
  public void exclude(RowGroup group, int row, Code code, String column) {
    fault(lines.get(row), code, column);
    arrange(group);
  }

  /** Rejects the rows without a readable time. */
  public void rejectUntimely(MappingSink sink) {
    for (int k = timely; k < size; k++) {
      OrderLine.Fault fault = line(k).timeFault;
      sink.reject(order[k], fault.code(), fault.column(), "");
    }
  }

  /** Rejects the rows whose own numbers are wrong; the rest of the order goes on. */
  public void rejectMiscounted(MappingSink sink) {
    for (int k = good; k < timely; k++) {
      OrderLine.Fault fault = line(k).numberFault;
      sink.reject(order[k], fault.code(), fault.column(), "");
    }
  }

  /** Whether rows left for a reason that makes the order's value a part of the truth. */
  public boolean isPartial() {
    for (int k = good; k < size; k++) {
      OrderLine line = line(k);
      if (line.timeFault.isFault() || isAmountFault(line.numberFault.code())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmountFault(Code code) {
    return code != Code.BAD_QUANTITY && code != Code.RETURN_OR_CANCELLATION;
  }
}
