package dev.footfall.sources.presto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts on a DuckDB connection what translated SQL needs: settings, macros, Java functions. */
public final class Macros {

  private static final String SETTINGS =
      "SET TimeZone='UTC'; SET errors_as_json=true; SET integer_division=false;";

  private Macros() {}

  /**
   * Prepares a connection; needed once for each connection, before DuckDB's configuration is
   * locked. The macros are temporary, so the database file stays as it is.
   */
  public static void install(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS);
      statement.execute(script());
    }
    JavaFunctions.register(connection);
  }

  private static String script() {
    try (InputStream in = Macros.class.getResourceAsStream("macros.sql")) {
      if (in == null) {
        throw new IllegalStateException("macros.sql is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
