package dev.footfall.app.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Forgetting with a store on a real PostgreSQL server. */
class SharedForgetTest extends ForgetContract {
  private static final List<String> TABLES =
      List.of("run", "outcome", "quarantine", "hold", "note", "ledger_line", "ledger_claim");
  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void empty() throws Exception {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS footfall_forget CASCADE");
    }
  }

  @Override
  String store() {
    return """
    store:
      type: postgres
      url: "%s"
      user: postgres
      password: "${env:STORE_PASSWORD}"
      schema: footfall_forget
      secret: "${env:FOOTFALL_SECRET}"
    """
        .formatted(server.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""));
  }

  @Override
  boolean isKept(String text) throws Exception {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet all =
            statement.executeQuery(
                "SELECT coalesce(string_agg(t::text, ''), '') FROM footfall_forget."
                    + table
                    + " t")) {
          all.next();
          if (all.getString(1).contains(text)) {
            return true;
          }
        }
      }
      return isInFiles(text);
    }
  }
}
