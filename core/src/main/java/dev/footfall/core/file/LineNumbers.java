package dev.footfall.core.file;

import dev.footfall.core.event.ByteBuilder;

/** A first column that counts the lines of each file, from 1. One thread. */
public final class LineNumbers {
  private final CellStyle style;
  private final SeparatedCells cells;
  private final ByteBuilder out = new ByteBuilder(16);

  /** A column in a style. */
  public LineNumbers(CellStyle style) {
    this.style = style;
    this.cells = new SeparatedCells(style);
  }

  /** What stands before the other cells of a line. */
  public byte[] before(long line) {
    byte[] number = cells.clear().number(line).toBytes();
    return out.clear().add(number).add(style.delimiter() & 0xFF).copy();
  }
}
