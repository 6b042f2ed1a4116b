package dev.footfall.sources.jdbc;

import dev.footfall.sources.TableInfo;
import dev.footfall.sources.duckdb.EmbeddedEngine;
import dev.footfall.sources.duckdb.EngineFaults;
import dev.footfall.sources.duckdb.QueryCompiler.Compiled;
import dev.footfall.sources.duckdb.Sql;
import dev.footfall.sources.presto.Schema;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/**
 * The warehouse's tables as views of the embedded engine, made when a query first names them. Only
 * the columns that a query needs are read.
 */
final class WarehouseTables implements Schema {
  private static final String FUNCTION = "warehouse_table";

  private final EmbeddedEngine engine;
  private final List<Warehouse.Table> tables;
  private final WarehouseScan scan;
  private final Set<Integer> views = new HashSet<>();

  private WarehouseTables(EmbeddedEngine engine, Warehouse warehouse) {
    this.engine = engine;
    this.tables = warehouse.tables();
    this.scan = new WarehouseScan(warehouse, tables);
  }

  static WarehouseTables register(EmbeddedEngine engine, Warehouse warehouse) {
    WarehouseTables registered = new WarehouseTables(engine, warehouse);
    try (DuckDBTableFunctionBuilder function = DuckDBFunctions.tableFunction()) {
      function
          .withName(FUNCTION)
          .withParameter(Integer.class)
          .withProjectionPushdown()
          .withFunction(registered.scan)
          .register(engine.connection());
      return registered;
    } catch (SQLException e) {
      throw EngineFaults.ofNativeSql().read(e);
    }
  }

  @Override
  public Optional<Table> table(List<String> name) {
    for (int i = 0; i < tables.size(); i++) {
      Warehouse.Table table = tables.get(i);
      List<String> full = lower(List.of(table.schema(), table.name()));
      List<String> wanted = lower(name);
      if (wanted.size() == 3) {
        wanted = wanted.subList(1, 3); // the catalog is the warehouse itself
      }
      if (full.subList(full.size() - wanted.size(), full.size()).equals(wanted)) {
        return Optional.of(view(i, table, full));
      }
    }
    return Optional.empty();
  }

  @Override
  public Set<String> names() {
    return tables.stream().map(Warehouse.Table::name).collect(Collectors.toSet());
  }

  List<TableInfo> infos() {
    return tables.stream()
        .map(
            table ->
                new TableInfo(
                    table.schema(),
                    table.name(),
                    table.columns().stream()
                        .map(c -> new TableInfo.ColumnInfo(c.name(), c.typeName()))
                        .toList()))
        .toList();
  }

  /** Faults of the warehouse come back through the engine; the original says more. */
  Compiled withFaults(Compiled compiled) {
    EngineFaults faults =
        (error, queryStart) ->
            scan.takeFault().orElseGet(() -> compiled.faults().read(error, queryStart));
    return new Compiled(compiled.sql(), faults, compiled.notes(), compiled.warnings());
  }

  /** Ends the warehouse's results that a query left half read. */
  void closeCursors() {
    scan.closeCursors();
  }

  private Table view(int index, Warehouse.Table table, List<String> full) {
    String view = "memory.main." + Sql.name("warehouse_" + index);
    if (views.add(index)) {
      String columns =
          table.columns().stream().map(WarehouseTables::column).collect(Collectors.joining(", "));
      engine.execute(
          "CREATE VIEW "
              + view
              + " AS SELECT "
              + columns
              + " FROM "
              + FUNCTION
              + "("
              + index
              + ")");
    }
    return new Table(
        view,
        full,
        table.columns().stream().map(c -> new Column(c.name(), c.type().duckType())).toList());
  }

  /** Bytes and JSON cross the bridge as text. */
  private static String column(Warehouse.Column column) {
    String name = Sql.name(column.name());
    if (column.type().isBinary()) {
      return "unhex(" + name + ") AS " + name;
    }
    return column.type().isNested() ? "CAST(" + name + " AS JSON) AS " + name : name;
  }

  private static List<String> lower(List<String> name) {
    return name.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
  }
}
