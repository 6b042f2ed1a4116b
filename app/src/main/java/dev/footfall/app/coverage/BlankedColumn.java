package dev.footfall.app.coverage;

import dev.footfall.core.group.RowGroup;
import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/** The rows of a query as they would be if one of its columns were NULL throughout. One thread. */
final class BlankedColumn {
  private final int index;
  private final IdentityHashMap<RowBatch, RowBatch> blanked = new IdentityHashMap<>();

  BlankedColumn(int index) {
    this.index = index;
  }

  RowGroup of(RowGroup group) {
    RowGroup copy = new RowGroup();
    for (int i = 0; i < group.size(); i++) {
      copy.add(blanked.computeIfAbsent(group.batch(i), this::without), group.row(i));
    }
    return copy;
  }

  private RowBatch without(RowBatch batch) {
    boolean[] nulls = new boolean[batch.size()];
    Arrays.fill(nulls, true);
    List<Column> columns = new ArrayList<>(batch.columns());
    columns.set(
        index, new TextColumn(CellKind.TEXT, new byte[0], new int[nulls.length + 1], nulls));
    return new RowBatch(columns, batch.rowNumbers());
  }
}
