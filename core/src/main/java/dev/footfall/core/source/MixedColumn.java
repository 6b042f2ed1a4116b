package dev.footfall.core.source;

import java.util.List;

/** A column whose cells bring their own types, as in newline-delimited JSON: one-row columns. */
public final class MixedColumn extends Column {
  private final List<Column> cells;

  /**
   * Cells of any kinds.
   *
   * @param cells one column of a single row for each row; its content is not read where NULL
   * @param nulls see {@link Column}
   */
  public MixedColumn(List<? extends Column> cells, boolean[] nulls) {
    super(nulls);
    this.cells = List.copyOf(cells);
  }

  @Override
  public CellKind kind(int row) {
    return cells.get(row).kind(0);
  }

  @Override
  public void text(int row, Text target) {
    cells.get(row).text(0, target);
  }

  @Override
  public boolean decimal(int row, Decimal target) {
    return cells.get(row).decimal(0, target);
  }

  @Override
  public long integer(int row) {
    return cells.get(row).integer(0);
  }

  @Override
  public long fingerprint(int row) {
    return cells.get(row).fingerprint(0);
  }

  @Override
  public void pack(int row, PackedCells target) {
    if (isNull(row)) {
      target.nothing(kind(row));
    } else {
      cells.get(row).pack(0, target);
    }
  }
}
