package dev.footfall.store.postgres;

import dev.footfall.store.sql.Statements;
import dev.footfall.store.sql.StoreFault;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The store's tables: which version they have, and how they come to have the present one. */
final class PostgresSchema {
  private static final int VERSION = 4;
  private static final String HISTORY = "flyway_schema_history";

  // Held here because loggers that nobody holds lose their level.
  private static final Logger MIGRATION_LOG = Logger.getLogger("org.flywaydb");

  private final PostgresPlace place;

  PostgresSchema(PostgresPlace place) {
    this.place = place;
  }

  /** Makes the tables or brings them up to date; asks first, since the library is slow to start. */
  void bringUpToDate(Statements statements) throws SQLException {
    if (version(statements) < VERSION) {
      migrate();
    }
  }

  boolean isMade(Statements statements) throws SQLException {
    return version(statements) > 0;
  }

  /** The version of the tables; 0 when there are none. */
  private int version(Statements statements) throws SQLException {
    String history = place.schema() + "." + HISTORY;
    boolean isKept =
        statements
            .query(row -> row.getString(1) != null, "SELECT to_regclass(?)::text", history)
            .get(0);
    if (!isKept) {
      return 0;
    }
    String sql = "SELECT coalesce(max(version::int), 0) FROM " + history + " WHERE success";
    int version = statements.query(row -> row.getInt(1), sql).get(0);
    if (version > VERSION) {
      throw new StoreFault(
          StoreFault.Kind.STORE_NEWER,
          place + " was written by a newer Footfall; upgrade this one");
    }
    return version;
  }

  // Several machines may come here at once; the library lets one migrate and the others wait.
  private void migrate() throws SQLException {
    MIGRATION_LOG.setLevel(Level.WARNING);
    try {
      Flyway.configure()
          .dataSource(place.url(), place.user(), place.password().reveal())
          .schemas(place.schema())
          .table(HISTORY)
          .locations("classpath:dev/footfall/store/postgres")
          .baselineOnMigrate(true) // the schema may hold other tables
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw cause(e);
    }
  }

  private static SQLException cause(FlywayException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return sql;
      }
    }
    throw e;
  }
}
