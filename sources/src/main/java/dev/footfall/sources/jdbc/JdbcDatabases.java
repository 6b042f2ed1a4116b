package dev.footfall.sources.jdbc;

import dev.footfall.sources.SourceSession;
import dev.footfall.sources.SourceSettings.JdbcDatabase;
import dev.footfall.sources.duckdb.EmbeddedEngine;
import dev.footfall.sources.duckdb.EngineSession;
import dev.footfall.sources.duckdb.PrestoCompiler;
import java.util.List;

/** Opens warehouses. */
public final class JdbcDatabases {
  private JdbcDatabases() {}

  /** Opens the warehouse's tables for one run, in one read-only transaction. */
  public static SourceSession open(JdbcDatabase settings) {
    Warehouse warehouse = Warehouse.connect(settings);
    try {
      EmbeddedEngine engine = EmbeddedEngine.start(settings.engine());
      try {
        WarehouseTables tables = WarehouseTables.register(engine, warehouse);
        PrestoCompiler presto = PrestoCompiler.install(engine, tables);
        engine.lock(List.of());
        EngineSession bridged =
            new EngineSession(
                engine, query -> tables.withFaults(presto.compile(query)), tables::closeCursors);
        return new WarehouseSession(
            warehouse, tables, new NativeSession(warehouse, engine.deadline()), bridged);
      } catch (RuntimeException e) {
        engine.close();
        throw e;
      }
    } catch (RuntimeException e) {
      warehouse.close();
      throw e;
    }
  }
}
