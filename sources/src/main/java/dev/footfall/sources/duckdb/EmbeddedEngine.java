package dev.footfall.sources.duckdb;

import dev.footfall.core.source.Rows;
import dev.footfall.core.source.ScratchFolder;
import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.EngineSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * An in-memory DuckDB of one session: bounded memory, spilling to a folder of its own, and after
 * {@link #lock} without access to files or settings.
 */
public final class EmbeddedEngine implements AutoCloseable {
  private final ScratchFolder scratch;
  private final Connection connection;
  private final Deadline deadline;

  private EmbeddedEngine(ScratchFolder scratch, Connection connection, Deadline deadline) {
    this.scratch = scratch;
    this.connection = connection;
    this.deadline = deadline;
  }

  /** Starts an engine. */
  public static EmbeddedEngine start(EngineSettings settings) {
    ScratchFolder scratch = ScratchFolder.below(settings.temporary());
    EmbeddedEngine engine = null;
    try {
      Properties properties = new Properties();
      properties.setProperty("jdbc_stream_results", "true");
      Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
      engine = new EmbeddedEngine(scratch, connection, new Deadline(settings.timeout()));
      engine.configure(settings);
      return engine;
    } catch (SQLException | SourceFault e) {
      if (engine == null) {
        scratch.close();
      } else {
        engine.close();
      }
      throw e instanceof SourceFault fault ? fault : EngineFaults.ofNativeSql().read(e);
    }
  }

  private void configure(EngineSettings settings) {
    set("memory_limit", settings.memoryLimit());
    set("temp_directory", scratch.path().toString());
    set("max_temp_directory_size", settings.temporaryLimit());
    if (settings.threads() > 0) {
      set("threads", Integer.toString(settings.threads()));
    }
    if (settings.encryptTemporary()) {
      // The built-in cipher's nonces are not from a cryptographic generator, which DuckDB wants to
      // be told; for files that live as long as their key, in memory, it is better than plain text.
      set("force_mbedtls_unsafe", "true");
      set("temp_file_encryption", "true");
    }
    set("autoinstall_known_extensions", "false");
    set("autoload_known_extensions", "false");
    set("TimeZone", "UTC");
  }

  /** The connection, to register tables and functions on before {@link #lock}. */
  public Connection connection() {
    return connection;
  }

  /** The limit on waiting for rows. */
  public Deadline deadline() {
    return deadline;
  }

  /** Runs a statement of ours. */
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw EngineFaults.ofNativeSql().read(e);
    }
  }

  /** Rows of a statement of ours, as text. */
  public List<List<String>> list(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int width = result.getMetaData().getColumnCount();
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw EngineFaults.ofNativeSql().read(e);
    }
  }

  /** Closes the doors: no files but the given ones, no change of settings. */
  public void lock(List<String> readableFiles) {
    set("allowed_paths", readableFiles);
    set("enable_external_access", "false");
    set("lock_configuration", "true");
  }

  /** Names and types of a query's result, without running it. */
  ResultShape describe(String sql, EngineFaults faults) {
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      ResultSetMetaData columns = prepared.getMetaData();
      List<String> names = new ArrayList<>();
      List<String> types = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnName(i));
        types.add(columns.getColumnTypeName(i));
      }
      return new ResultShape(names, types);
    } catch (SQLException e) {
      throw faults.read(e);
    }
  }

  /** Runs a query of that shape. */
  Rows rows(String sql, ResultShape shape, Request request) {
    String wrapped = shape.select(sql, request.limit());
    try {
      return new ArrowRows(
          connection.createStatement(),
          wrapped,
          new ArrowRows.Wrapping(
              shape.header(), connection, deadline, request.faults(), wrapped.indexOf(sql)));
    } catch (SQLException e) {
      throw request.faults().read(e);
    }
  }

  /** How many of a query's rows are wanted, and who reads its errors. */
  record Request(long limit, EngineFaults faults) {}

  @Override
  public void close() {
    deadline.close();
    try (scratch) {
      connection.close();
    } catch (SQLException e) {
      throw EngineFaults.ofNativeSql().read(e);
    }
  }

  private void set(String setting, String value) {
    execute("SET " + setting + " = " + Sql.text(value));
  }

  private void set(String setting, List<String> values) {
    execute(
        "SET "
            + setting
            + " = ["
            + String.join(", ", values.stream().map(Sql::text).toList())
            + "]");
  }
}
