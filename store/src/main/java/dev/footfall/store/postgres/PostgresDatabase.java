package dev.footfall.store.postgres;

import dev.footfall.store.sql.Database;
import dev.footfall.store.sql.Statements;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL database that several machines share; each thread at work has a connection, and
 * connections wait for the next.
 */
public final class PostgresDatabase implements Database {
  private static final int ANSWER_SECONDS = 5;
  private static final int ATTEMPTS = 6;

  /** A claim that a crash of the server forgets would be sent twice, whatever its defaults are. */
  private static final String DURABLE =
      "SELECT CASE current_setting('synchronous_commit') WHEN 'off' THEN"
          + " set_config('synchronous_commit', 'on', false) END";

  private final PostgresPlace place;
  private final PostgresFaults faults;
  private final ConcurrentLinkedDeque<Connection> waiting = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  private PostgresDatabase(PostgresPlace place) {
    this.place = place;
    this.faults = new PostgresFaults(place);
  }

  /**
   * Opens the database; makes its tables, or brings them up to date, when needed.
   *
   * @throws dev.footfall.store.sql.StoreFault when it cannot be used
   */
  public static PostgresDatabase open(PostgresPlace place) {
    PostgresDatabase database = asItIs(place);
    database.use(
        statements -> {
          new PostgresSchema(place).bringUpToDate(statements);
          return true;
        });
    return database;
  }

  /** The database as it is, with or without the store's tables; connects at the first question. */
  public static PostgresDatabase asItIs(PostgresPlace place) {
    return new PostgresDatabase(place);
  }

  /**
   * Whether the store's tables are there.
   *
   * @throws dev.footfall.store.sql.StoreFault when the database cannot be used
   */
  public boolean isMade() {
    return use(statements -> new PostgresSchema(place).isMade(statements));
  }

  @Override
  public <T> T use(Work<T> work) {
    try {
      return attempt(living(), work);
    } catch (SQLException e) {
      throw faults.of(e);
    }
  }

  @Override
  public <T> T transact(Work<T> work) {
    return use(statements -> statements.together(work));
  }

  /**
   * Does work that may be done twice, such as after a connection broke before the answer came: a
   * server that restarts, or hands over to another, costs a run some seconds, not its life.
   */
  <T> T insist(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        Connection next = waiting.poll();
        return attempt(next == null ? connect() : next, work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !PostgresFaults.mayPass(e)) {
          throw faults.of(e);
        }
        pause(attempt - 1);
        disconnect(); // those that wait are as old as the broken one
      }
    }
  }

  /** A connection that whoever asks for it keeps for itself, and closes. */
  Connection keep() {
    try {
      return connect();
    } catch (SQLException e) {
      throw faults.of(e);
    }
  }

  /** Does work with a connection that somebody keeps. */
  <T> T use(Connection kept, Work<T> work) {
    try {
      return work.on(new Statements(kept));
    } catch (SQLException e) {
      throw faults.of(e);
    }
  }

  static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException alreadyGone) {
      // Nothing is lost with it: what was to last is committed.
    }
  }

  /** The schema of its tables. */
  String schema() {
    return place.schema();
  }

  private static void pause(int seconds) {
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> T attempt(Connection connection, Work<T> work) throws SQLException {
    boolean sound = false;
    try {
      T result = work.on(new Statements(connection));
      sound = true;
      return result;
    } finally {
      if (sound && !closed) {
        waiting.push(connection);
      } else {
        closeQuietly(connection);
      }
    }
  }

  /** A connection that was seen to answer. */
  private Connection living() throws SQLException {
    for (Connection next = waiting.poll(); next != null; next = waiting.poll()) {
      if (next.isValid(ANSWER_SECONDS)) {
        return next;
      }
      closeQuietly(next);
    }
    return connect();
  }

  private Connection connect() throws SQLException {
    Connection fresh = DriverManager.getConnection(place.url(), place.properties());
    boolean sound = false;
    try {
      new Statements(fresh).query(row -> true, DURABLE);
      sound = true;
      return fresh;
    } finally {
      if (!sound) {
        closeQuietly(fresh);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    disconnect();
  }

  private void disconnect() {
    for (Connection next = waiting.poll(); next != null; next = waiting.poll()) {
      closeQuietly(next);
    }
  }
}
