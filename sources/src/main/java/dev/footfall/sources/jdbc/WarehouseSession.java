package dev.footfall.sources.jdbc;

import dev.footfall.core.source.Rows;
import dev.footfall.sources.QueryDescription;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.TableInfo;
import java.util.List;

/**
 * A warehouse, opened for a run: native queries run there, Presto queries run in the embedded
 * engine on tables streamed from there. Both see the state of one transaction.
 */
final class WarehouseSession implements SourceSession {
  private final Warehouse warehouse;
  private final WarehouseTables tables;
  private final NativeSession nativeSession;
  private final SourceSession bridged;

  WarehouseSession(
      Warehouse warehouse,
      WarehouseTables tables,
      NativeSession nativeSession,
      SourceSession bridged) {
    this.warehouse = warehouse;
    this.tables = tables;
    this.nativeSession = nativeSession;
    this.bridged = bridged;
  }

  @Override
  public QueryDescription describe(SourceQuery query) {
    return switch (query.dialect()) {
      case PRESTO, PRESTO_STRICT -> bridged.describe(query);
      case NATIVE -> nativeSession.describe(query);
    };
  }

  @Override
  public Rows rows(SourceQuery query) {
    return switch (query.dialect()) {
      case PRESTO, PRESTO_STRICT -> bridged.rows(query);
      case NATIVE -> nativeSession.rows(query);
    };
  }

  @Override
  public List<TableInfo> tables() {
    return tables.infos();
  }

  @Override
  public void close() {
    try (warehouse) {
      bridged.close();
    }
  }
}
