package dev.footfall.sources;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Text;
import dev.footfall.core.source.TextColumn;
import java.util.Arrays;

/** Collects the text cells of one column of one batch. */
public final class TextCells {
  private final CellKind kind;
  private final int[] offsets;
  private final boolean[] nulls;
  private byte[] bytes = new byte[1024];
  private int rows;

  /** Room for at most {@code capacity} cells. */
  public TextCells(CellKind kind, int capacity) {
    this.kind = kind;
    this.offsets = new int[capacity + 1];
    this.nulls = new boolean[capacity];
  }

  /** One cell on its own. */
  public static TextColumn single(CellKind kind, String value) {
    byte[] utf8 = Text.utf8(value);
    return new TextColumn(kind, utf8, new int[] {0, utf8.length}, new boolean[0]);
  }

  /** Adds a NULL. */
  public void addNull() {
    nulls[rows] = true;
    rows++;
    offsets[rows] = offsets[rows - 1];
  }

  /** Adds a text. */
  public void add(String value) {
    byte[] utf8 = Text.utf8(value);
    int start = offsets[rows];
    int end = Math.addExact(start, utf8.length);
    if (end > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, 2L * bytes.length)));
    }
    System.arraycopy(utf8, 0, bytes, start, utf8.length);
    rows++;
    offsets[rows] = end;
  }

  /** Bytes collected so far. */
  public int size() {
    return offsets[rows];
  }

  /** The column; nothing may be added afterwards. */
  public TextColumn column() {
    return new TextColumn(
        kind, bytes, Arrays.copyOf(offsets, rows + 1), Arrays.copyOf(nulls, rows));
  }
}
