package dev.footfall.sources.presto.translate;

import java.util.List;
import java.util.Optional;

/** A translated query: DuckDB's text and what comes out of it. */
record Query(String sql, List<Out> columns) {

  Query {
    columns = List.copyOf(columns);
  }

  /** The columns, when the query is put into a FROM under an alias of the emitted SQL. */
  List<Field> fields(String alias, List<String> relation) {
    return columns.stream()
        .map(
            out ->
                new Field(
                    relation,
                    out.name(),
                    alias + "." + Sql.name(out.key()),
                    Optional.of(out.type()),
                    out.origin()))
        .toList();
  }
}
