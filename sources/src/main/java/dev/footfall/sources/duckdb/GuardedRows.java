package dev.footfall.sources.duckdb;

import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import java.util.List;
import java.util.Optional;

/** Rows that end only if their source is still what it was when they began. */
record GuardedRows(Rows rows, EngineSession.Guard guard) implements Rows {
  @Override
  public List<ColumnHeader> header() {
    return rows.header();
  }

  @Override
  public Optional<RowBatch> next() {
    Optional<RowBatch> batch = rows.next();
    if (batch.isEmpty()) {
      guard.check();
    }
    return batch;
  }

  @Override
  public void close() {
    rows.close();
  }
}
