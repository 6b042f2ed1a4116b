package dev.footfall.store.sqlite;

import dev.footfall.store.disk.DurableFiles;
import dev.footfall.store.sql.Database;
import dev.footfall.store.sql.Statements;
import dev.footfall.store.sql.StoreFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file with runs, outcomes, tokens and notes; write-ahead log, every commit synced.
 *
 * <p>One connection whose callers take turns. Other processes may read meanwhile, and write in
 * turn.
 */
public final class SqliteDatabase implements Database {
  private static final int SCHEMA_VERSION = 4;
  private static final int BUSY_MILLIS = 30_000;

  private static final Set<SQLiteErrorCode> LOCKED =
      Set.of(
          SQLiteErrorCode.SQLITE_BUSY,
          SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT,
          SQLiteErrorCode.SQLITE_BUSY_RECOVERY,
          SQLiteErrorCode.SQLITE_LOCKED);

  /** Of 4 KB each; less is not worth rewriting the file. */
  private static final int FEWEST_PAGES = 256;

  // Held here because loggers that nobody holds lose their level.
  private static final Logger MIGRATION_LOG = Logger.getLogger("org.flywaydb");

  private final Path file;
  private final Connection connection;

  private SqliteDatabase(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Opens the file; makes it, or brings its tables up to date, when needed. */
  public static SqliteDatabase open(Path file) throws IOException {
    DurableFiles.privateFile(file);
    SQLiteDataSource source = new SQLiteDataSource(config());
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      Connection connection = source.getConnection();
      try {
        overwriteDeleted(connection);
        migrate(source, connection, file);
        return new SqliteDatabase(file, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException | FlywayException e) {
      throw new IOException("cannot open " + file, e);
    }
  }

  private static void overwriteDeleted(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA secure_delete = ON");
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
      throw new StoreFault(
          StoreFault.Kind.STORE_NEWER, file + " was written by a newer Footfall; upgrade this one");
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

  @Override
  public synchronized <T> T use(Work<T> work) {
    try {
      return work.on(new Statements(connection));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public <T> T transact(Work<T> work) {
    return use(statements -> statements.together(work));
  }

  /**
   * Rewrites the file when a quarter of it is unused, and empties the log beside it, in which what
   * was deleted may still stand.
   */
  @Override
  public void reclaim() {
    long unused = number("PRAGMA freelist_count");
    if (unused > FEWEST_PAGES && 4 * unused > number("PRAGMA page_count")) {
      update("VACUUM");
    }
    number("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  private long number(String question) {
    return query(row -> row.getLong(1), question).get(0);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private RuntimeException failed(SQLException e) {
    if (e instanceof SQLiteException sqlite && LOCKED.contains(sqlite.getResultCode())) {
      return new StoreFault(
          StoreFault.Kind.STORE_UNREACHABLE,
          "another program keeps "
              + file
              + " locked, such as a backup; run again when it has finished",
          e);
    }
    return new UncheckedIOException("cannot read or write " + file, new IOException(e));
  }
}
