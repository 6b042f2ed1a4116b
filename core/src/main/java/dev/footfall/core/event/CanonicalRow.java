package dev.footfall.core.event;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A row written out in one way only, to settle ties. Slow; used for ties alone. */
public final class CanonicalRow {
  private record Cell(String name, int index) {}

  private final List<Cell> cells;

  /** Rows of one query. */
  public CanonicalRow(Binding binding) {
    this.cells =
        IntStream.range(0, binding.header().size())
            .mapToObj(
                i -> new Cell(binding.header().get(i).name().strip().toLowerCase(Locale.ROOT), i))
            .sorted(Comparator.comparing(Cell::name))
            .toList();
  }

  /** Which of two rows comes first; the same whatever the order in which they came. */
  public int compare(RowGroup group, int a, int b) {
    return Arrays.compareUnsigned(json(group, a), json(group, b));
  }

  /** The row as JSON with sorted keys; NULL cells are left out. */
  byte[] json(RowGroup group, int row) {
    JsonBytes json = new JsonBytes().beginObject();
    Text text = new Text();
    for (Cell cell : cells) {
      Column column = group.column(cell.index, row);
      int at = group.row(row);
      if (!column.isNull(at)) {
        json.key(JsonBytes.key(cell.name));
        column.text(at, text);
        switch (column.kind(at)) {
          case INTEGER, DECIMAL, REAL, BOOLEAN, NESTED -> json.raw(text.copy());
          default -> json.text(text);
        }
      }
    }
    return json.endObject().toBytes();
  }

  /** The row's texts one after the other. */
  byte[] texts(RowGroup group, int row) {
    ByteBuilder out = new ByteBuilder(256);
    Text text = new Text();
    for (Cell cell : cells) {
      Column column = group.column(cell.index, row);
      if (!column.isNull(group.row(row))) {
        column.text(group.row(row), text);
        out.add(text);
      }
    }
    return out.copy();
  }
}
