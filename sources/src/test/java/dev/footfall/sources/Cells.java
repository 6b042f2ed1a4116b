package dev.footfall.sources;

import dev.footfall.core.source.Column;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.core.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rows to the end, as text: what tests compare. */
public final class Cells {
  private Cells() {}

  /** Each row's cells as {@code KIND:text}, NULL as {@code NULL}. */
  public static List<List<String>> typed(Rows rows) {
    return read(rows, true);
  }

  /** Each row's cells as text, NULL as {@code NULL}. */
  public static List<List<String>> text(Rows rows) {
    return read(rows, false);
  }

  private static List<List<String>> read(Rows rows, boolean typed) {
    try (rows) {
      List<List<String>> result = new ArrayList<>();
      for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
        for (int i = 0; i < batch.get().size(); i++) {
          result.add(row(batch.get(), i, typed));
        }
      }
      return result;
    }
  }

  private static List<String> row(RowBatch batch, int row, boolean typed) {
    return batch.columns().stream().map(column -> cell(column, row, typed)).toList();
  }

  private static String cell(Column column, int row, boolean typed) {
    if (column.isNull(row)) {
      return "NULL";
    }
    Text text = new Text();
    column.text(row, text);
    return (typed ? column.kind(row) + ":" : "") + text.decode();
  }
}
