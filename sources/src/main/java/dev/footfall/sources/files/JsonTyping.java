package dev.footfall.sources.files;

import dev.footfall.sources.duckdb.EmbeddedEngine;
import dev.footfall.sources.duckdb.Sql;
import java.util.List;
import java.util.stream.Collectors;

/**
 * SQL that reads newline-delimited JSON: text stays text unless it is an ISO date or time; a text
 * that looks like a UUID keeps its spelling.
 */
final class JsonTyping {
  private JsonTyping() {}

  static String select(EmbeddedEngine engine, String files) {
    String read =
        "read_json("
            + files
            + ", format = 'newline_delimited', union_by_name = true, sample_size = -1)";
    List<List<String>> columns = engine.list("DESCRIBE SELECT * FROM " + read);
    return columns.stream()
        .map(column -> expression(Sql.name(column.get(0)), column.get(1)))
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + read));
  }

  private static String expression(String name, String type) {
    return type.equals("UUID") ? "CAST(" + name + " AS VARCHAR) AS " + name : name;
  }
}
