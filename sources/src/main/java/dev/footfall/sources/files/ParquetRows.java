package dev.footfall.sources.files;

import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.sources.Dialect;
import dev.footfall.sources.EngineSettings;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.duckdb.EmbeddedEngine;
import dev.footfall.sources.duckdb.EngineSession;
import dev.footfall.sources.duckdb.NativeSql;
import dev.footfall.sources.duckdb.Sql;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A Parquet file's rows, with the engine that reads them. */
record ParquetRows(SourceSession session, Rows rows) implements Rows {
  static Rows open(Path file, EngineSettings settings) {
    String path = file.toAbsolutePath().toString();
    EmbeddedEngine engine = EmbeddedEngine.start(settings);
    try {
      engine.lock(List.of(path));
      SourceSession session =
          new EngineSession(engine, new NativeSql(engine), EngineSession.Guard.NONE);
      String sql = "SELECT * FROM read_parquet(" + Sql.text(path) + ")";
      SourceQuery query = SourceQuery.presto(sql, Instant.EPOCH).dialect(Dialect.NATIVE);
      return new ParquetRows(session, session.rows(query));
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  @Override
  public List<ColumnHeader> header() {
    return rows.header();
  }

  @Override
  public Optional<RowBatch> next() {
    return rows.next();
  }

  @Override
  public void close() {
    rows.close();
    session.close();
  }
}
