package dev.footfall.core.event;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Code;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one order with their times and numbers, in canonical order: time, product id (missing
 * last), then what {@link TieBreak} says. Results therefore do not depend on the order in which the
 * query returned them.
 *
 * <p>A row whose own time or numbers are wrong stands aside (see {@link #keepGood}). Reused from
 * order to order by one thread.
 */
public final class OrderLines {
  private final LineReader reader;
  private final TieBreak tieBreak;
  private final List<OrderLine> lines = new ArrayList<>();
  private int[] order = new int[16];
  private int size;
  private int timely;
  private int good;

  /** Lines of the orders of one query. */
  public OrderLines(
      Binding binding,
      OrderColumns names,
      NumberRules rules,
      TieBreak tieBreak,
      Timestamps timestamps) {
    this.reader = new LineReader(binding, names, rules, timestamps);
    this.tieBreak = tieBreak;
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
      reader.read(group, i, line, sink);
    }
    arrange(group);
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
      Arrays.setAll(large, i -> order[from + i]);
      Arrays.sort(large, (a, b) -> compare(group, a, b));
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
    return Arrays.compareUnsigned(a.bytes(), a.start(), a.end(), b.bytes(), b.start(), b.end());
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

  /** Where the good rows stood in the source's order, from 1; in canonical order. */
  public long[] goodNumbers(RowGroup group) {
    long[] numbers = new long[good];
    for (int k = 0; k < good; k++) {
      numbers[k] = group.rowNumber(order[k]);
    }
    return numbers;
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
    lines.get(row).numberFault(code, column);
    arrange(group);
  }

  /** Rejects the rows without a readable time. */
  public void rejectUntimely(MappingSink sink) {
    for (int k = timely; k < size; k++) {
      OrderLine.Fault fault = line(k).timeFault;
      sink.reject(order[k], fault.code(), fault.column(), "");
    }
  }

  /** Rejects the rows whose own numbers are wrong; false when no row is left to go on. */
  public boolean keepGood(MappingSink sink) {
    for (int k = good; k < timely; k++) {
      OrderLine.Fault fault = line(k).numberFault;
      sink.reject(order[k], fault.code(), fault.column(), "");
    }
    return good > 0;
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
