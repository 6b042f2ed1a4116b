package dev.footfall.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Runs statements over one connection, which belongs to one thread at a time.
 *
 * @param connection an open one
 */
public record Statements(Connection connection) {
  private static final int TOGETHER = 500;

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

  /**
   * Runs one statement for many rows, some hundred of them at a time; returns how many it changed.
   *
   * @param sql the statement for so many rows
   * @param rows bound first
   * @param shared bound after each statement's rows
   */
  int updateTogether(IntFunction<String> sql, List<Object[]> rows, Object... shared)
      throws SQLException {
    int whole = rows.size() - rows.size() % TOGETHER;
    return updateTogether(sql, TOGETHER, rows.subList(0, whole), shared)
        + updateTogether(sql, rows.size() - whole, rows.subList(whole, rows.size()), shared);
  }

  private int updateTogether(
      IntFunction<String> sql, int together, List<Object[]> rows, Object[] shared)
      throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    int changed = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql.apply(together))) {
      for (int from = 0; from < rows.size(); from += together) {
        int at = 0;
        for (Object[] row : rows.subList(from, from + together)) {
          at = bind(statement, at, row);
        }
        bind(statement, at, shared);
        changed += statement.executeUpdate();
      }
    }
    return changed;
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
    bind(statement, 0, values);
  }

  /** Binds values after so many others; returns how many there are then. */
  private static int bind(PreparedStatement statement, int before, Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(before + i + 1, values[i]);
    }
    return before + values.length;
  }

  /** Makes a value of the row that the result stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads it. */
    T read(ResultSet row) throws SQLException;
  }
}
