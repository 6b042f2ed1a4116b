package dev.footfall.sources.duckdb;

import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.Placeholders;
import dev.footfall.sources.SourceQuery;
import java.util.List;

/** DuckDB's own SQL, as the user wrote it, once it has proved to be one single SELECT. */
public final class NativeSql implements QueryCompiler {
  private final EmbeddedEngine engine;

  /** For queries that this engine runs. */
  public NativeSql(EmbeddedEngine engine) {
    this.engine = engine;
  }

  @Override
  public Compiled compile(SourceQuery query) {
    String sql = withoutSemicolon(Placeholders.fill(query));
    check(sql);
    return new Compiled(sql, EngineFaults.ofNativeSql(), List.of(), List.of());
  }

  /** The engine's own parser tells SELECT from all else, and only SELECT can be serialized. */
  private void check(String sql) {
    List<String> verdict =
        engine
            .list(
                "SELECT j->>'$.error_type', j->>'$.error_message',"
                    + " json_array_length(j, '$.statements') FROM (SELECT json_serialize_sql("
                    + Sql.text(sql)
                    + ") AS j)")
            .get(0);
    if (verdict.get(0).equals("parser")) {
      throw new SourceFault("SYNTAX_ERROR", "The query is no SQL: " + verdict.get(1));
    }
    if (!verdict.get(2).equals("1")) {
      throw new SourceFault(
          "ONLY_SELECT_ALLOWED",
          "A query is one single SELECT; other statements, and several of them, are refused");
    }
  }

  private static String withoutSemicolon(String sql) {
    String bare = sql.strip();
    return bare.endsWith(";") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
