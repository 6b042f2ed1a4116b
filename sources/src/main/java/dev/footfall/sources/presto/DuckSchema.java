package dev.footfall.sources.presto;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables and views of a DuckDB connection, read once. */
public final class DuckSchema implements Schema {

  private static final String COLUMNS =
      "SELECT database_name, schema_name, table_name, column_name, data_type,"
          + " database_name = current_database() AND schema_name = current_schema() AS here"
          + " FROM duckdb_columns() WHERE NOT internal"
          + " ORDER BY here DESC, database_name, schema_name, table_name, column_index";

  private final Map<List<String>, Table> tables;

  private DuckSchema(Map<List<String>, Table> tables) {
    this.tables = tables;
  }

  /** Reads what the connection sees now; tables of the current schema come first. */
  public static DuckSchema of(Connection connection) throws SQLException {
    Map<List<String>, List<Column>> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        List<String> table = List.of(rows.getString(1), rows.getString(2), rows.getString(3));
        columns
            .computeIfAbsent(table, name -> new ArrayList<>())
            .add(new Column(rows.getString(4), rows.getString(5)));
      }
    }
    Map<List<String>, Table> tables = new LinkedHashMap<>();
    columns.forEach((name, found) -> tables.put(lower(name), table(name, found)));
    return new DuckSchema(tables);
  }

  @Override
  public Optional<Table> table(List<String> name) {
    List<String> wanted = lower(name);
    return tables.entrySet().stream()
        .filter(entry -> endsWith(entry.getKey(), wanted))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public Set<String> names() {
    return tables.keySet().stream().map(name -> name.get(2)).collect(Collectors.toSet());
  }

  private static boolean endsWith(List<String> name, List<String> tail) {
    return tail.size() <= name.size()
        && name.subList(name.size() - tail.size(), name.size()).equals(tail);
  }

  private static Table table(List<String> name, List<Column> columns) {
    String reference =
        name.stream()
            .map(part -> '"' + part.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining("."));
    return new Table(reference, lower(name), columns);
  }

  private static List<String> lower(List<String> name) {
    return name.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
  }
}
