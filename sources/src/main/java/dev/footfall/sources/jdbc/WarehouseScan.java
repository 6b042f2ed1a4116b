package dev.footfall.sources.jdbc;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.SourceFault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/** The engine's table function that streams a warehouse's table, a chunk at a time. */
final class WarehouseScan
    implements DuckDBTableFunction<Warehouse.Table, WarehouseCursor, @Nullable Object> {
  private final Warehouse warehouse;
  private final List<Warehouse.Table> tables;
  private final List<WarehouseCursor> cursors = new ArrayList<>();
  private final AtomicReference<@Nullable SourceFault> fault = new AtomicReference<>();

  WarehouseScan(Warehouse warehouse, List<Warehouse.Table> tables) {
    this.warehouse = warehouse;
    this.tables = tables;
  }

  @Override
  public Warehouse.Table bind(DuckDBTableFunctionBindInfo info) throws SQLException {
    Warehouse.Table table = tables.get(info.getParameter(0).getInt());
    for (Warehouse.Column column : table.columns()) {
      try (DuckDBLogicalType type = logical(column.type())) {
        info.addResultColumn(column.name(), type);
      }
    }
    return table;
  }

  @Override
  public WarehouseCursor init(DuckDBTableFunctionInitInfo info) throws SQLException {
    info.setMaxThreads(1);
    Warehouse.Table table = info.getBindData();
    List<Warehouse.Column> wanted = new ArrayList<>();
    for (int i = 0; i < info.getColumnCount(); i++) {
      long index = info.getColumnIndex(i);
      if (index >= 0 && index < table.columns().size()) {
        wanted.add(table.columns().get((int) index));
      }
    }
    WarehouseCursor cursor = new WarehouseCursor(warehouse, table, wanted);
    synchronized (cursors) {
      cursors.add(cursor);
    }
    return cursor;
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk)
      throws SQLException {
    WarehouseCursor cursor = call.getInitData();
    try {
      return cursor.fill(chunk);
    } catch (SQLException e) {
      SourceFault said = WarehouseFaults.of(e);
      fault.set(said);
      throw new SQLException(said.getMessage());
    }
  }

  Optional<SourceFault> takeFault() {
    Optional<SourceFault> taken = Optional.ofNullable(fault.getAndSet(null));
    if (taken.isPresent()) {
      closeCursors();
      warehouse.reset();
    }
    return taken;
  }

  void closeCursors() {
    synchronized (cursors) {
      cursors.forEach(WarehouseCursor::close);
      cursors.clear();
    }
  }

  private static DuckDBLogicalType logical(JdbcType type) throws SQLException {
    if (type.kind() == CellKind.DECIMAL) {
      return DuckDBLogicalType.decimal(type.precision(), type.scale());
    }
    return DuckDBLogicalType.of(
        switch (type.kind()) {
          case INTEGER ->
              type.duckType().equals("BIGINT") ? DuckDBColumnType.BIGINT : DuckDBColumnType.INTEGER;
          case REAL -> DuckDBColumnType.DOUBLE;
          case BOOLEAN -> DuckDBColumnType.BOOLEAN;
          case DATE -> DuckDBColumnType.DATE;
          case LOCAL_TIMESTAMP -> DuckDBColumnType.TIMESTAMP;
          case INSTANT -> DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE;
          default -> DuckDBColumnType.VARCHAR;
        });
  }
}
