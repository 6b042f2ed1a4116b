package dev.footfall.destinations.contract;

import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a query, for tests: a header and cells given as Java values.
 *
 * <p>{@code null} is SQL NULL; strings stay text; numbers, booleans, dates and times are typed
 * cells; lists and maps are nested values. Every change gives new rows and leaves these as they
 * are.
 */
public final class TestRows {
  private final List<String> names;
  private final List<@Nullable Object[]> rows;

  private TestRows(List<String> names, List<@Nullable Object[]> rows) {
    this.names = names;
    this.rows = rows;
  }

  /** No rows yet, under these column names. */
  public static TestRows of(String... names) {
    return new TestRows(List.of(names), List.of());
  }

  /** One row given as name and value in turn. */
  public static TestRows one(@Nullable Object... namesAndValues) {
    TestRows rows = new TestRows(List.of(), List.<@Nullable Object[]>of(new Object[0]));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      rows = rows.with((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return rows;
  }

  /** These rows and one more. */
  public TestRows row(@Nullable Object... cells) {
    if (cells.length != names.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + names.size() + " columns");
    }
    List<@Nullable Object[]> more = new ArrayList<>(rows);
    more.add(cells.clone());
    return new TestRows(names, more);
  }

  /** These rows and, behind them, those of another set with the same columns. */
  public TestRows and(TestRows others) {
    TestRows all = this;
    for (@Nullable Object[] row : others.rows) {
      all = all.row(row);
    }
    return all;
  }

  /** The same rows with one value in all cells of a column, which is added when it is new. */
  public TestRows with(String column, @Nullable Object value) {
    TestRows changed = this;
    for (int row = 0; row < rows.size(); row++) {
      changed = changed.with(row, column, value);
    }
    return changed;
  }

  /** The same rows with another value in one cell; the column is added when it is new. */
  public TestRows with(int row, String column, @Nullable Object value) {
    int known = names.indexOf(column);
    List<String> header = new ArrayList<>(names);
    if (known < 0) {
      header.add(column);
    }
    List<@Nullable Object[]> changed = new ArrayList<>();
    for (@Nullable Object[] cells : rows) {
      changed.add(Arrays.copyOf(cells, header.size()));
    }
    changed.get(row)[known < 0 ? header.size() - 1 : known] = value;
    return new TestRows(List.copyOf(header), changed);
  }

  /** The same rows without a column. */
  public TestRows without(String column) {
    int gone = names.indexOf(column);
    List<@Nullable Object[]> left = new ArrayList<>();
    for (@Nullable Object[] cells : rows) {
      List<@Nullable Object> kept = new ArrayList<>(Arrays.asList(cells));
      kept.remove(gone);
      left.add(kept.toArray());
    }
    return new TestRows(names.stream().filter(n -> !n.equals(column)).toList(), left);
  }

  /** One column under another name. */
  public TestRows renamed(String column, String name) {
    return new TestRows(names.stream().map(n -> n.equals(column) ? name : n).toList(), rows);
  }

  /** The same rows in another order, the same one for the same seed. */
  public TestRows shuffled(long seed) {
    List<@Nullable Object[]> other = new ArrayList<>(rows);
    Collections.shuffle(other, new Random(seed));
    return new TestRows(names, other);
  }

  /** Only that row, counted from 0. */
  public TestRows only(int row) {
    return new TestRows(names, rows.subList(row, row + 1));
  }

  /** How many. */
  public int size() {
    return rows.size();
  }

  /** The columns' names. */
  public List<String> names() {
    return names;
  }

  /** A cell. */
  public @Nullable Object cell(int row, String column) {
    return rows.get(row)[names.indexOf(column)];
  }

  /** The header as a source would give it. */
  public List<ColumnHeader> header() {
    return IntStream.range(0, names.size())
        .mapToObj(i -> new ColumnHeader(names.get(i), TestCells.kindOf(column(i))))
        .toList();
  }

  /** The rows as one batch, numbered from 1. */
  public RowBatch batch() {
    return new RowBatch(
        IntStream.range(0, names.size()).mapToObj(i -> TestCells.of(column(i))).toList(),
        LongStream.rangeClosed(1, rows.size()).toArray());
  }

  private List<@Nullable Object> column(int index) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (@Nullable Object[] row : rows) {
      cells.add(row[index]);
    }
    return cells;
  }
}
