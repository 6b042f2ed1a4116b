package dev.footfall.sources.duckdb;

import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.Dialect;
import dev.footfall.sources.SourceQuery;
import dev.footfall.sources.presto.DuckSchema;
import dev.footfall.sources.presto.Macros;
import dev.footfall.sources.presto.Options;
import dev.footfall.sources.presto.Position;
import dev.footfall.sources.presto.PrestoSql;
import dev.footfall.sources.presto.Schema;
import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.Translation;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Presto SQL, translated for the embedded engine. */
public final class PrestoCompiler implements QueryCompiler {
  private final Schema schema;

  private PrestoCompiler(Schema schema) {
    this.schema = schema;
  }

  /** Puts on the engine what translated SQL needs, and reads its tables; before it is locked. */
  public static PrestoCompiler install(EmbeddedEngine engine) {
    try {
      Macros.install(engine.connection());
      return new PrestoCompiler(DuckSchema.of(engine.connection()));
    } catch (SQLException e) {
      throw EngineFaults.ofNativeSql().read(e);
    }
  }

  /** The same for tables that are found out about only when a query names them. */
  public static PrestoCompiler install(EmbeddedEngine engine, Schema schema) {
    try {
      Macros.install(engine.connection());
      return new PrestoCompiler(schema);
    } catch (SQLException e) {
      throw EngineFaults.ofNativeSql().read(e);
    }
  }

  @Override
  public Compiled compile(SourceQuery query) {
    Options tolerant =
        Options.at(query.now(), schema)
            .in(query.zone())
            .window(query.window().start(), query.window().days());
    boolean strict = query.dialect() == Dialect.PRESTO_STRICT;
    try {
      Translation translation =
          PrestoSql.translate(query.sql(), strict ? tolerant.strict() : tolerant);
      return new Compiled(
          translation.sql(), faults(translation), notes(translation), warnings(translation));
    } catch (SqlFault fault) {
      throw sourceFault(fault);
    }
  }

  private static EngineFaults faults(Translation translation) {
    return (error, queryStart) ->
        sourceFault(
            SqlFault.of(
                error instanceof SQLException sql ? sql : new SQLException(error.getMessage()),
                shifted(translation, queryStart)));
  }

  /** The translation as it stands in longer SQL, so that places in it are found again. */
  private static Translation shifted(Translation translation, int by) {
    NavigableMap<Integer, Position> marks = new TreeMap<>();
    translation.marks().forEach((offset, position) -> marks.put(offset + by, position));
    return new Translation(
        translation.sql(),
        translation.columns(),
        translation.warnings(),
        translation.tables(),
        marks,
        translation.divisions());
  }

  private static SourceFault sourceFault(SqlFault fault) {
    return new SourceFault(fault.code().name(), String.valueOf(fault.getMessage()));
  }

  private static List<ColumnNote> notes(Translation translation) {
    return translation.columns().stream()
        .map(
            column ->
                new ColumnNote(
                    column.name(),
                    column.type(),
                    column.constantText().isPresent(),
                    column.hashed()))
        .toList();
  }

  private static List<String> warnings(Translation translation) {
    return translation.warnings().stream().map(Object::toString).toList();
  }
}
