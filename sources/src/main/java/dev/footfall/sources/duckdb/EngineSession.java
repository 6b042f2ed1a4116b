package dev.footfall.sources.duckdb;

import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.Rows;
import dev.footfall.sources.QueryDescription;
import dev.footfall.sources.QueryDescription.DescribedColumn;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.SourceSession;
import dev.footfall.sources.TableInfo;
import dev.footfall.sources.TableInfo.ColumnInfo;
import dev.footfall.sources.duckdb.QueryCompiler.ColumnNote;
import dev.footfall.sources.duckdb.QueryCompiler.Compiled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A session whose queries the embedded engine runs. */
public final class EngineSession implements SourceSession {
  private final EmbeddedEngine engine;
  private final QueryCompiler presto;
  private final QueryCompiler nativeSql;
  private final Guard guard;

  /** Says whether the tables are still what they were when the session opened. */
  public interface Guard {
    /** A source that cannot change. */
    Guard NONE = () -> {};

    /** Throws when they are not. */
    void check();
  }

  /** A session on a locked engine. */
  public EngineSession(EmbeddedEngine engine, QueryCompiler presto, Guard guard) {
    this.engine = engine;
    this.presto = presto;
    this.nativeSql = new NativeSql(engine);
    this.guard = guard;
  }

  @Override
  public QueryDescription describe(SourceQuery query) {
    Compiled compiled = compile(query);
    ResultShape shape = shape(compiled);
    List<DescribedColumn> columns = new ArrayList<>();
    for (int i = 0; i < shape.header().size(); i++) {
      ColumnHeader header = shape.header().get(i);
      ColumnNote note =
          i < compiled.notes().size()
              ? compiled.notes().get(i)
              : new ColumnNote(header.name(), shape.duckType(i), false, false);
      columns.add(new DescribedColumn(header, note.type(), note.constant(), note.hashed()));
    }
    return new QueryDescription(columns, compiled.warnings());
  }

  @Override
  public Rows rows(SourceQuery query) {
    guard.check();
    Compiled compiled = compile(query);
    EmbeddedEngine.Request request = new EmbeddedEngine.Request(query.limit(), compiled.faults());
    return new GuardedRows(engine.rows(compiled.sql(), shape(compiled), request), guard);
  }

  @Override
  public List<TableInfo> tables() {
    Map<List<String>, List<ColumnInfo>> tables = new LinkedHashMap<>();
    for (List<String> row :
        engine.list(
            "SELECT CASE WHEN schema_name = 'main' THEN '' ELSE schema_name END, table_name,"
                + " column_name, data_type FROM duckdb_columns() WHERE NOT internal"
                + " ORDER BY 1, 2, column_index")) {
      tables
          .computeIfAbsent(List.of(row.get(0), row.get(1)), name -> new ArrayList<>())
          .add(new ColumnInfo(row.get(2), row.get(3)));
    }
    return tables.entrySet().stream()
        .map(table -> new TableInfo(table.getKey().get(0), table.getKey().get(1), table.getValue()))
        .toList();
  }

  @Override
  public void close() {
    engine.close();
  }

  private Compiled compile(SourceQuery query) {
    return switch (query.dialect()) {
      case PRESTO, PRESTO_STRICT -> presto.compile(query);
      case NATIVE -> nativeSql.compile(query);
    };
  }

  /** The columns; a compiler's labels win, because they keep the user's spelling. */
  private ResultShape shape(Compiled compiled) {
    ResultShape shape = engine.describe(compiled.sql(), compiled.faults());
    List<String> labels = compiled.notes().stream().map(ColumnNote::name).toList();
    return labels.size() == shape.header().size() ? shape.labelled(labels) : shape;
  }
}
