package dev.footfall.sources.jdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** One scan of a table: wanted columns only, opened when its first rows are wanted. */
final class WarehouseCursor implements AutoCloseable {
  private final Warehouse warehouse;
  private final String sql;
  private final List<Warehouse.Column> columns;
  private @Nullable Statement statement;
  private @Nullable ResultSet rows;
  private boolean ended;

  WarehouseCursor(Warehouse warehouse, Warehouse.Table table, List<Warehouse.Column> columns) {
    this.warehouse = warehouse;
    this.columns = List.copyOf(columns);
    String names =
        columns.stream().map(c -> warehouse.quoted(c.name())).collect(Collectors.joining(", "));
    this.sql = "SELECT " + (names.isEmpty() ? "1" : names) + " FROM " + warehouse.quoted(table);
  }

  synchronized long fill(DuckDBDataChunkWriter chunk) throws SQLException {
    if (ended) {
      return 0;
    }
    ResultSet result = rows == null ? open() : rows;
    long count = 0;
    while (count < chunk.capacity() && result.next()) {
      for (int i = 0; i < columns.size(); i++) {
        write(result, i, chunk.vector(i), count);
      }
      count++;
    }
    if (count == 0) {
      close();
    }
    return count;
  }

  private ResultSet open() throws SQLException {
    Statement opened = warehouse.statement();
    statement = opened;
    ResultSet result = opened.executeQuery(sql);
    rows = result;
    return result;
  }

  private void write(ResultSet result, int index, DuckDBWritableVector cells, long row)
      throws SQLException {
    JdbcType type = columns.get(index).type();
    int column = index + 1;
    boolean written =
        switch (type.kind()) {
          case INTEGER -> whole(result, column, type, cells, row);
          case REAL -> real(result, column, cells, row);
          case BOOLEAN -> flag(result, column, cells, row);
          case DECIMAL -> decimal(result, column, type, cells, row);
          case DATE -> date(result, column, cells, row);
          case LOCAL_TIMESTAMP -> time(result, column, cells, row);
          case INSTANT -> instant(result, column, cells, row);
          case TEXT, NESTED -> text(result, column, type, cells, row);
        };
    if (!written) {
      cells.setNull(row);
    }
  }

  private static boolean whole(
      ResultSet result, int column, JdbcType type, DuckDBWritableVector cells, long row)
      throws SQLException {
    long value = result.getLong(column);
    if (result.wasNull()) {
      return false;
    }
    if (type.duckType().equals("BIGINT")) {
      cells.setLong(row, value);
    } else {
      cells.setInt(row, (int) value);
    }
    return true;
  }

  private static boolean real(ResultSet result, int column, DuckDBWritableVector cells, long row)
      throws SQLException {
    double value = result.getDouble(column);
    if (!result.wasNull()) {
      cells.setDouble(row, value);
      return true;
    }
    return false;
  }

  private static boolean flag(ResultSet result, int column, DuckDBWritableVector cells, long row)
      throws SQLException {
    boolean value = result.getBoolean(column);
    if (!result.wasNull()) {
      cells.setBoolean(row, value);
      return true;
    }
    return false;
  }

  /** A free number with more digits than the engine's type has is refused, never cut. */
  private static boolean decimal(
      ResultSet result, int column, JdbcType type, DuckDBWritableVector cells, long row)
      throws SQLException {
    BigDecimal value = result.getBigDecimal(column);
    if (value == null) {
      return false;
    }
    try {
      cells.setBigDecimal(row, value.setScale(type.scale(), RoundingMode.UNNECESSARY));
    } catch (ArithmeticException tooFine) {
      throw new SQLException("too many digits", "22003", tooFine);
    }
    return true;
  }

  private static boolean date(ResultSet result, int column, DuckDBWritableVector cells, long row)
      throws SQLException {
    LocalDate value = result.getObject(column, LocalDate.class);
    if (value != null) {
      cells.setDate(row, value);
    }
    return value != null;
  }

  private static boolean time(ResultSet result, int column, DuckDBWritableVector cells, long row)
      throws SQLException {
    LocalDateTime value = result.getObject(column, LocalDateTime.class);
    if (value != null) {
      cells.setTimestamp(row, value);
    }
    return value != null;
  }

  private static boolean instant(ResultSet result, int column, DuckDBWritableVector cells, long row)
      throws SQLException {
    OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
    if (value != null) {
      cells.setOffsetDateTime(row, value);
    }
    return value != null;
  }

  private static boolean text(
      ResultSet result, int column, JdbcType type, DuckDBWritableVector cells, long row)
      throws SQLException {
    String value;
    if (type.isBinary()) {
      byte[] bytes = result.getBytes(column);
      value = bytes == null ? null : HexFormat.of().formatHex(bytes);
    } else {
      value = type.isNested() ? JdbcCells.json(result, column) : result.getString(column);
    }
    if (value != null) {
      cells.setString(row, value);
    }
    return value != null;
  }

  @Override
  public synchronized void close() {
    ended = true;
    try {
      if (statement != null) {
        statement.close();
      }
    } catch (SQLException e) {
      throw WarehouseFaults.of(e);
    }
  }
}
