package dev.footfall.app.orchestration;

import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The first rows of a result. */
public final class FirstRows implements Rows {
  private final Rows rows;
  private long left;
  private boolean cut;

  private FirstRows(Rows rows, long limit) {
    this.rows = rows;
    this.left = limit;
  }

  /** The first {@code limit} rows of a result, which is closed with this one. */
  public static FirstRows of(Rows rows, long limit) {
    return new FirstRows(rows, limit);
  }

  @Override
  public List<ColumnHeader> header() {
    return rows.header();
  }

  @Override
  public Optional<RowBatch> next() {
    Optional<RowBatch> batch = rows.next();
    if (left <= 0) {
      cut |= batch.isPresent();
      return Optional.empty();
    }
    Optional<RowBatch> some = batch.map(this::first);
    some.ifPresent(b -> left -= b.size());
    return some;
  }

  private RowBatch first(RowBatch batch) {
    if (batch.size() <= left) {
      return batch;
    }
    cut = true;
    return new RowBatch(batch.columns(), Arrays.copyOf(batch.rowNumbers(), (int) left));
  }

  /** Whether the result had more rows; known once {@link #next} has said that there are no more. */
  public boolean isCut() {
    return cut;
  }

  @Override
  public void close() {
    rows.close();
  }
}
