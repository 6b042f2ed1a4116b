package dev.footfall.core.source;

import java.util.AbstractList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of packed rows, each made when it is first asked for: most orders of a daily run were
 * delivered before and are told by one or two of their cells. One thread.
 */
public final class UnpackedColumns extends AbstractList<Column> {
  private final byte[] bytes;
  private final int[] cursors;
  private final CellUnpacker cells;
  private final int[][] passed;
  private final @Nullable Column[] made;
  private int next;

  /**
   * Columns of {@code width} cells a row.
   *
   * @param bytes the rows, not to be changed any more
   * @param cursors where each row's first cell begins; handed over
   */
  public UnpackedColumns(byte[] bytes, int[] cursors, int width) {
    this.bytes = bytes;
    this.cursors = cursors;
    this.cells = new CellUnpacker(bytes, cursors, cursors.length);
    this.passed = new int[width][];
    this.made = new Column[width];
  }

  @Override
  public int size() {
    return made.length;
  }

  @Override
  public Column get(int index) {
    Column column = made[index];
    if (column == null) {
      column = make(index);
      made[index] = column;
    }
    return column;
  }

  private Column make(int index) {
    if (index < next) {
      return new CellUnpacker(bytes, passed[index], cursors.length).column();
    }
    for (; next < index; next++) {
      passed[next] = Arrays.copyOf(cursors, cursors.length);
      cells.skip();
    }
    next++;
    return cells.column();
  }
}
