package dev.footfall.store.sql;

import java.sql.SQLException;
import java.util.List;

/**
 * Tables that outlive a run. Safe for several threads; every write is durable on return. A failure
 * of the database is an unchecked exception that says what failed, never a value of any row.
 */
public interface Database extends AutoCloseable {
  /** Does some work whose statements each stand for themselves. */
  <T> T use(Work<T> work);

  /** Does some work: all of its statements, or none. */
  <T> T transact(Work<T> work);

  /** Runs one statement; returns how many rows it changed. */
  default int update(String sql, Object... values) {
    return use(statements -> statements.update(sql, values));
  }

  /** Runs one query and reads all its rows. */
  default <T> List<T> query(Statements.RowReader<T> reader, String sql, Object... values) {
    return use(statements -> statements.query(reader, sql, values));
  }

  /** Gives room that deletions left back to the disk, where the database does not by itself. */
  default void reclaim() {}

  @Override
  void close();

  /** What is done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T on(Statements statements) throws SQLException;
  }
}
