package dev.footfall.app.sample;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a finished sample brand as a stranger would: opened under another name, read-only. */
final class SampleQueries implements AutoCloseable {

  private static final Instant NOW = Instant.parse("2026-11-21T17:30:00Z");

  private final Connection connection;

  SampleQueries(Path brand) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    run("ATTACH '" + brand + "' AS elsewhere (READ_ONLY)");
    run("USE elsewhere");
  }

  /** A brand of a hundred people and 90 days, made in a folder. */
  static SampleQueries ofAHundredPeople(Path folder) throws Exception {
    Path out = folder.resolve("brand.duckdb");
    SampleBrand.generate(SampleOptions.of(100, 90, 7, out, NOW), Progress.SILENT);
    return new SampleQueries(out);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** How many rows of a table meet a condition. */
  long count(String table, String condition) {
    return number("SELECT count(*) FROM " + table + " WHERE " + condition);
  }

  long number(String query) {
    return Long.parseLong(texts(query).get(0));
  }

  /** The first column. */
  List<String> texts(String query) {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalArgumentException(query, e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
