package dev.footfall.store.postgres;

import dev.footfall.store.sql.Presence;
import dev.footfall.store.sql.StoreFault;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A lock of the server for each run, on a connection kept for that: they end with the connection,
 * and that with the process. Of a machine that lost its power or its network, the server finds out
 * within a minute. A server that restarts forgets the locks.
 */
public final class PostgresPresence implements Presence {
  /** By default a server asks a silent connection after two hours whether anybody is there. */
  private static final String WATCHED =
      "SELECT set_config(wanted.name, wanted.value, false) FROM pg_settings JOIN (VALUES"
          + " ('tcp_keepalives_idle', '20'), ('tcp_keepalives_interval', '5'),"
          + " ('tcp_keepalives_count', '3'), ('idle_session_timeout', '0'))"
          + " AS wanted (name, value) ON pg_settings.name = wanted.name";

  private static final String LOCK = "SELECT pg_try_advisory_lock(?, ?)";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(?, ?)";
  private static final String UNLOCK_ALL = "SELECT pg_advisory_unlock_all()";
  private static final String IS_LOCKED =
      "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2"
          + " AND classid = ?::bigint::oid AND objid = ?::bigint::oid AND database ="
          + " (SELECT oid FROM pg_database WHERE datname = current_database())";

  private final PostgresDatabase database;
  private final int store;
  private final Set<Integer> runs = new HashSet<>();
  private Optional<Connection> kept = Optional.empty();

  /** Presence by the locks of this database. */
  public PostgresPresence(PostgresDatabase database) {
    this.database = database;
    this.store = ("footfall runs " + database.schema()).hashCode() & Integer.MAX_VALUE;
  }

  @Override
  public synchronized void enter(int run) {
    Connection own = kept.orElseGet(database::keep);
    kept = Optional.of(own);
    try {
      database.use(
          own,
          statements -> {
            statements.query(row -> row.getString(1), WATCHED);
            return statements.query(row -> row.getBoolean(1), LOCK, store, run);
          });
      runs.add(run);
    } catch (StoreFault brokenOff) {
      close(); // the next run gets a fresh one
      throw brokenOff;
    }
  }

  @Override
  public synchronized void leave(int run) {
    if (runs.remove(run)) {
      unlock(UNLOCK, store, run);
    }
    if (runs.isEmpty()) {
      close();
    }
  }

  private void unlock(String sql, Object... values) {
    try {
      kept.ifPresent(
          own -> database.use(own, statements -> statements.query(r -> true, sql, values)));
    } catch (StoreFault brokenOff) {
      // The locks went with the connection.
    }
  }

  @Override
  public boolean isHere(int run) {
    return !database.query(row -> row.getInt(1), IS_LOCKED, store, run).isEmpty();
  }

  /** Unlocks first: of a closed connection the server hears a moment later. */
  @Override
  public synchronized void close() {
    unlock(UNLOCK_ALL);
    kept.ifPresent(PostgresDatabase::closeQuietly);
    kept = Optional.empty();
    runs.clear();
  }
}
