package dev.footfall.sources;

import dev.footfall.sources.SourceSettings.DuckDbFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** A DuckDB file of a test's own, and native queries on it. */
public final class Brand {
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private Brand() {}

  /** Makes a file with these statements and gives its settings. */
  public static DuckDbFile make(Path folder, String... statements) {
    Path file = folder.resolve("brand.duckdb");
    run(file, statements);
    return new DuckDbFile(file, engine(folder));
  }

  public static void run(Path file, String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a session may spill. */
  public static EngineSettings engine(Path folder) {
    return EngineSettings.spillingTo(folder.resolve("tmp")).memoryLimit("256MB");
  }

  /** A query in the source's own SQL. */
  public static SourceQuery nativeQuery(String sql) {
    return SourceQuery.presto(sql, NOW).dialect(Dialect.NATIVE);
  }
}
