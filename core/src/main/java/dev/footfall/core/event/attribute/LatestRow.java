package dev.footfall.core.event.attribute;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.event.CanonicalRow;
import dev.footfall.core.event.MappingSink;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.normalise.Moment;
import dev.footfall.core.normalise.Timestamps;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Chooses the row that stands for a person among several: the one with the greatest or least value
 * of a column, read as time, else number, else text; blank is least. Ties fall to the canonical row
 * order, so that the choice does not depend on the order in which the query returned them. Used by
 * one thread.
 */
public final class LatestRow {
  private final int index;
  private final Keep keep;
  private final Timestamps timestamps;
  private final CanonicalRow canonical;
  private final Rank best = new Rank();
  private final Rank other = new Rank();
  private final Moment moment = new Moment();

  /** Which row stands. */
  public enum Keep {
    /** The latest. */
    LAST,
    /** The earliest. */
    FIRST
  }

  /** A value that can be compared. */
  private static final class Rank {
    private final Text text = new Text();
    private final Decimal number = new Decimal();
    private long micros;
    private int kind;
  }

  private static final int BLANK = 0;
  private static final int TEXT = 1;
  private static final int NUMBER = 2;
  private static final int TIME = 3;

  /**
   * Rows of one query.
   *
   * @param index of the column that decides, as {@link Binding#labelled} finds it; empty for the
   *     canonical order
   */
  public LatestRow(Binding binding, OptionalInt index, Keep keep, Timestamps timestamps) {
    this.index = index.orElse(-1);
    this.keep = keep;
    this.timestamps = timestamps;
    this.canonical = new CanonicalRow(binding);
  }

  /** The row of a group that stands; the others are merged into it. */
  public int choose(RowGroup group, MappingSink sink) {
    return choose(group, row -> true, sink);
  }

  /**
   * The row that stands among those that may; the others of them are merged into it.
   *
   * @param candidates at least one row of the group
   */
  public int choose(RowGroup group, IntPredicate candidates, MappingSink sink) {
    int chosen = -1;
    for (int row = 0; row < group.size(); row++) {
      if (!candidates.test(row)) {
        continue;
      }
      if (chosen < 0) {
        chosen = row;
      } else if (replaces(group, row, chosen)) {
        sink.merged(chosen);
        chosen = row;
      } else {
        sink.merged(row);
      }
    }
    return chosen;
  }

  private boolean replaces(RowGroup group, int row, int chosen) {
    read(group, chosen, best);
    read(group, row, other);
    int order = compare(other, best);
    if (order == 0) {
      order = canonical.compare(group, row, chosen);
    }
    return keep == Keep.LAST ? order > 0 : order < 0;
  }

  private void read(RowGroup group, int row, Rank rank) {
    rank.kind = BLANK;
    if (index < 0) {
      return;
    }
    Column column = group.column(index, row);
    int at = group.row(row);
    if (column.isNull(at)) {
      return;
    }
    switch (column.kind(at)) {
      case INTEGER, DECIMAL, REAL, BOOLEAN -> number(column, at, rank);
      case DATE, LOCAL_TIMESTAMP, INSTANT -> time(column, at, rank);
      case TEXT, NESTED -> text(column, at, rank);
    }
  }

  private void text(Column column, int at, Rank rank) {
    column.text(at, rank.text);
    if (rank.text.trim().isEmpty()) {
      return;
    }
    time(column, at, rank);
    if (rank.kind == BLANK) {
      number(column, at, rank);
    }
    if (rank.kind == BLANK) {
      rank.kind = TEXT;
    }
  }

  private static void number(Column column, int at, Rank rank) {
    rank.kind = column.decimal(at, rank.number) ? NUMBER : BLANK;
  }

  private void time(Column column, int at, Rank rank) {
    timestamps.read(column, at, moment);
    rank.kind = moment.reading() == Moment.Reading.OK ? TIME : BLANK;
    rank.micros = moment.micros();
  }

  private static int compare(Rank left, Rank right) {
    if (left.kind != right.kind) {
      return Integer.compare(left.kind, right.kind);
    }
    return switch (left.kind) {
      case TIME -> Long.compare(left.micros, right.micros);
      case NUMBER -> left.number.compareWith(right.number);
      case TEXT ->
          Arrays.compareUnsigned(
              left.text.bytes(),
              left.text.start(),
              left.text.end(),
              right.text.bytes(),
              right.text.start(),
              right.text.end());
      default -> 0;
    };
  }
}
