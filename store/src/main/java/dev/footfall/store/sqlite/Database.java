package dev.footfall.store.sqlite;

import dev.footfall.store.disk.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file with runs, outcomes, tokens and notes; write-ahead log, every commit synced.
 *
 * <p>One connection whose callers take turns. Other processes may read meanwhile, and write in
 * turn.
 */
public final class Database implements AutoCloseable {
  private static final int SCHEMA_VERSION = 1;
  private static final int BUSY_MILLIS = 30_000;

  // Held here because loggers that nobody holds lose their level.
  private static final Logger MIGRATION_LOG = Logger.getLogger("org.flywaydb");

  private final Path file;
  private final Connection connection;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file; makes it, or brings its tables up to date, when needed. */
  public static Database open(Path file) throws IOException {
    DurableFiles.privateFile(file);
    SQLiteDataSource source = new SQLiteDataSource(config());
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      Connection connection = source.getConnection();
      try {
        migrate(source, connection, file);
        return new Database(file, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException("cannot open " + file, e);
    }
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    return config;
  }

  // Asking SQLite's own version number first keeps the migration library off the everyday path.
  private static void migrate(SQLiteDataSource source, Connection connection, Path file)
      throws SQLException, IOException {
    int version = version(connection);
    if (version > SCHEMA_VERSION) {
      throw new IllegalStateException(file + " was written by a newer Footfall; upgrade this one");
    }
    if (version < SCHEMA_VERSION) {
      migrateAlone(source, connection, file.resolveSibling(file.getFileName() + ".migration"));
    }
  }

  private static synchronized void migrateAlone(
      SQLiteDataSource source, Connection connection, Path lockFile)
      throws SQLException, IOException {
    DurableFiles.privateFile(lockFile);
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && version(connection) < SCHEMA_VERSION) {
        MIGRATION_LOG.setLevel(Level.WARNING);
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:dev/footfall/store/sqlite")
            .load()
            .migrate();
        try (Statement statement = connection.createStatement()) {
          statement.execute("PRAGMA user_version = " + SCHEMA_VERSION);
        }
      }
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      result.next();
      return result.getInt(1);
    }
  }

  /** Runs one statement; returns how many rows it changed. */
  synchronized int update(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs one query and reads all its rows. */
  synchronized <T> List<T> query(RowReader<T> reader, String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs one statement for many rows in one transaction. */
  synchronized void updateAll(String sql, List<Object[]> rows) {
    inTransaction(
        () -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
              bind(statement, row);
              statement.addBatch();
            }
            statement.executeBatch();
          } catch (SQLException e) {
            throw failed(e);
          }
        });
  }

  /** All or nothing. */
  synchronized void inTransaction(Runnable work) {
    try {
      connection.setAutoCommit(false);
      try {
        work.run();
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private UncheckedIOException failed(SQLException e) {
    return new UncheckedIOException(new IOException("cannot read or write " + file, e));
  }

  /** Makes a value of the row that the result stands on. */
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
