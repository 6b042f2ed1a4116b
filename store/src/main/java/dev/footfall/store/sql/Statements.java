package dev.footfall.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs statements over one connection, which belongs to one thread at a time.
 *
 * @param connection an open one
 */
public record Statements(Connection connection) {
  /** Runs one statement; returns how many rows it changed. */
  public int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  /** Runs one query and reads all its rows. */
  public <T> List<T> query(RowReader<T> reader, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    }
  }

  /** Runs one statement for many rows; returns how many it changed. */
  int updateAll(String sql, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      return IntStream.of(statement.executeBatch()).map(Statements::changed).sum();
    }
  }

  /** A driver that packs rows together says only that they were written. */
  private static int changed(int told) {
    return told == Statement.SUCCESS_NO_INFO ? 1 : told;
  }

  /** All or nothing: work on this connection that is committed at its end. */
  public <T> T together(Database.Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.on(this);
      connection.commit();
      connection.setAutoCommit(true);
      return result;
    } catch (SQLException | RuntimeException | Error e) { // even without memory: others wait
      undo(e);
      throw e;
    }
  }

  private void undo(Throwable cause) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException lost) {
      cause.addSuppressed(lost);
    }
  }

  private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** Makes a value of the row that the result stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads it. */
    T read(ResultSet row) throws SQLException;
  }
}
