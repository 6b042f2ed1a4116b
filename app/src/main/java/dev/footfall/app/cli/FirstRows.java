package dev.footfall.app.cli;

import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The first rows of a result. */
final class FirstRows implements Rows {
  private final Rows rows;
  private long left;

  private FirstRows(Rows rows, long limit) {
    this.rows = rows;
    this.left = limit;
  }

  static Rows of(Rows rows, long limit) {
    return new FirstRows(rows, limit);
  }

  @Override
  public List<ColumnHeader> header() {
    return rows.header();
  }

  @Override
  public Optional<RowBatch> next() {
    if (left <= 0) {
      return Optional.empty();
    }
    Optional<RowBatch> batch = rows.next().map(this::cut);
    batch.ifPresent(b -> left -= b.size());
    return batch;
  }

  private RowBatch cut(RowBatch batch) {
    return batch.size() <= left
        ? batch
        : new RowBatch(batch.columns(), Arrays.copyOf(batch.rowNumbers(), (int) left));
  }

  @Override
  public void close() {
    rows.close();
  }
}
