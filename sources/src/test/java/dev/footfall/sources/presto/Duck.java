package dev.footfall.sources.presto;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** DuckDB in this process, prepared for translated SQL. */
final class Duck implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  private final Connection connection;

  Duck() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    Macros.install(connection);
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Options options() throws SQLException {
    return Options.at(NOW, DuckSchema.of(connection));
  }

  Answer query(String presto) throws SQLException {
    return query(presto, options());
  }

  Answer query(String presto, Options options) {
    Translation translation = PrestoSql.translate(presto, options);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(translation.sql())) {
      return new Answer(
          rows(result),
          translation.columns().stream().map(OutputColumn::name).toList(),
          translation.columns().stream().map(OutputColumn::type).toList());
    } catch (SQLException error) {
      throw SqlFault.of(error, translation);
    }
  }

  private static List<String> rows(ResultSet result) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (result.next()) {
      List<Object> values = new ArrayList<>();
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        values.add(result.getObject(i));
      }
      rows.add(Rendering.row(values));
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
