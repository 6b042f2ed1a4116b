package dev.footfall.core.source;

/**
 * One column of one batch: typed cells, read by row index without an object per cell.
 *
 * <p>Immutable once built, so several threads may read it. Reading a cell that {@link #isNull} says
 * is NULL gives an unspecified value.
 */
public abstract class Column {
  private final boolean[] nulls;

  /**
   * Cells of which some may be NULL.
   *
   * @param nulls true where the cell is NULL; an empty array when none is
   */
  protected Column(boolean[] nulls) {
    this.nulls = nulls;
  }

  /** Whether the cell is SQL NULL. */
  public final boolean isNull(int row) {
    return nulls.length != 0 && nulls[row];
  }

  /** What the cell holds; the same for all rows unless the source has no column types. */
  public abstract CellKind kind(int row);

  /**
   * The cell as text. Whole numbers are written plainly ({@code 1001}, never {@code 1001.0}), dates
   * and times in ISO 8601, booleans as {@code true} and {@code false}.
   */
  public abstract void text(int row, Text target);

  /**
   * The cell as an exact number.
   *
   * @return false when it is none: text is read strictly (sign, digits, one point, exponent)
   */
  public abstract boolean decimal(int row, Decimal target);

  /** The number behind INTEGER, BOOLEAN (0, 1), DATE, LOCAL_TIMESTAMP and INSTANT cells. */
  public abstract long integer(int row);

  /** A hash of the cell's content, equal for equal cells of the same kind. */
  public abstract long fingerprint(int row);

  /** Appends the cell, so that {@link CellUnpacker} gives an equal one. */
  public abstract void pack(int row, PackedCells target);
}
