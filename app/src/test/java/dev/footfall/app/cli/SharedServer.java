package dev.footfall.app.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A real PostgreSQL server on which projects share a store. */
public record SharedServer(EmbeddedPostgres server) implements AutoCloseable {
  private static final String STORE =
      """
      store:
        type: postgres
        url: "%s"
        user: postgres
        password: "${env:STORE_PASSWORD}"
        schema: %s
        secret: "${env:FOOTFALL_SECRET}"
      """;

  /** A new one. */
  public static SharedServer start() throws IOException {
    return new SharedServer(EmbeddedPostgres.builder().start());
  }

  /** What a project says of its store. */
  public String store(String schema) {
    return store(server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""), schema);
  }

  static String store(String url, String schema) {
    return STORE.formatted(url, schema);
  }

  /** Runs statements behind the store's back. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  /** The first column of what is found. */
  public List<String> ask(String query) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      List<String> cells = new ArrayList<>();
      while (found.next()) {
        cells.add(found.getString(1));
      }
      return cells;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
