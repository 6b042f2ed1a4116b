package dev.footfall.core.event;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Rows written out in one way only, to settle ties: whatever the order in which they came, the same
 * one is first. Writes no more of two rows than tells them apart. Used by one thread.
 */
public final class CanonicalRow {
  @SuppressWarnings("ArrayRecordComponent") // prepared once, never compared
  private record Cell(String name, byte[] key, int index) {
    static Cell of(String label, int index) {
      String name = label.strip().toLowerCase(Locale.ROOT);
      return new Cell(name, JsonBytes.key(name), index);
    }
  }

  /** How a cell that is not NULL is written. */
  @FunctionalInterface
  private interface Writing {
    void write(Cell cell, Column column, int at, JsonBytes target);
  }

  private final List<Cell> cells;
  private final JsonBytes left = new JsonBytes();
  private final JsonBytes right = new JsonBytes();
  private final Text text = new Text();
  private final Text other = new Text();

  /** Rows of one query. */
  public CanonicalRow(Binding binding) {
    this.cells =
        IntStream.range(0, binding.header().size())
            .mapToObj(i -> Cell.of(binding.header().get(i).name(), i))
            .sorted(Comparator.comparing(Cell::name))
            .toList();
  }

  /** Compares two rows by the bytes of their JSON: keys sorted, NULL cells left out. */
  public int compare(RowGroup group, int a, int b) {
    int order = compare(group, a, b, this::writeMember);
    return order != 0 ? order : left.endObject().compareWith(right.endObject());
  }

  /** Compares two rows by the bytes of their cells' texts, one after the other. */
  int compareTexts(RowGroup group, int a, int b) {
    int order = compare(group, a, b, this::writeText);
    return order != 0 ? order : left.compareWith(right);
  }

  /** Writes cell by cell until the rows differ; 0 while one is the beginning of the other. */
  private int compare(RowGroup group, int a, int b, Writing writing) {
    left.clear();
    right.clear();
    int order = 0;
    for (int i = 0; i < cells.size() && order == 0; i++) {
      Cell cell = cells.get(i);
      boolean isAlikeSoFar = left.length() == right.length();
      if (!isAlikeSoFar || !isShared(cell, group, a, b)) {
        write(cell, group, a, left, writing);
        write(cell, group, b, right, writing);
        order = left.compareBeginning(right);
      }
    }
    return order;
  }

  /** Whether two cells are surely the same, so that they need not be written. */
  private boolean isShared(Cell cell, RowGroup group, int a, int b) {
    Column column = group.column(cell.index, a);
    Column second = group.column(cell.index, b);
    int at = group.row(a);
    int beside = group.row(b);
    if (column.isNull(at) || second.isNull(beside)) {
      return column.isNull(at) && second.isNull(beside);
    }
    if (column.kind(at) != second.kind(beside)) {
      return false;
    }
    return switch (column.kind(at)) {
      case TEXT, NESTED -> {
        column.text(at, text);
        second.text(beside, other);
        yield text.sameBytes(other);
      }
      case INTEGER, BOOLEAN, DATE, LOCAL_TIMESTAMP, INSTANT ->
          column.integer(at) == second.integer(beside);
      case DECIMAL, REAL -> false;
    };
  }

  private static void write(Cell cell, RowGroup group, int row, JsonBytes target, Writing writing) {
    Column column = group.column(cell.index, row);
    int at = group.row(row);
    if (!column.isNull(at)) {
      writing.write(cell, column, at, target);
    }
  }

  private void writeMember(Cell cell, Column column, int at, JsonBytes target) {
    target.key(cell.key);
    column.text(at, text);
    switch (column.kind(at)) {
      case INTEGER, DECIMAL, REAL, BOOLEAN, NESTED -> target.raw(text.copy());
      case TEXT, DATE, LOCAL_TIMESTAMP, INSTANT -> target.text(text);
    }
  }

  private void writeText(Cell cell, Column column, int at, JsonBytes target) {
    column.text(at, text);
    target.piece(text);
  }
}
