package dev.footfall.sources.jdbc;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.DecimalColumn;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.RealColumn;
import dev.footfall.sources.TextCells;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Collects one column of a JDBC result. */
abstract class CellBuffer {
  abstract void add(ResultSet row, int column) throws SQLException;

  abstract Column column();

  static CellBuffer of(JdbcType type, int capacity) {
    return switch (type.kind()) {
      case INTEGER, BOOLEAN, DATE, LOCAL_TIMESTAMP, INSTANT -> new Longs(type.kind(), capacity);
      case REAL -> new Reals(capacity);
      case DECIMAL -> new Decimals();
      case TEXT, NESTED -> new Texts(type, capacity);
    };
  }

  private static final class Texts extends CellBuffer {
    private final JdbcType type;
    private final TextCells cells;

    Texts(JdbcType type, int capacity) {
      this.type = type;
      this.cells = new TextCells(type.kind(), capacity);
    }

    @Override
    void add(ResultSet row, int column) throws SQLException {
      if (type.isBinary()) {
        byte[] bytes = row.getBytes(column);
        if (bytes != null) {
          cells.add(HexFormat.of().formatHex(bytes));
          return;
        }
      } else {
        String text = type.isNested() ? JdbcCells.json(row, column) : row.getString(column);
        if (text != null) {
          cells.add(text);
          return;
        }
      }
      cells.addNull();
    }

    @Override
    Column column() {
      return cells.column();
    }
  }

  private static final class Longs extends CellBuffer {
    private final CellKind kind;
    private final long[] values;
    private final boolean[] nulls;
    private int rows;

    Longs(CellKind kind, int capacity) {
      this.kind = kind;
      this.values = new long[capacity];
      this.nulls = new boolean[capacity];
    }

    @Override
    void add(ResultSet row, int column) throws SQLException {
      values[rows] = JdbcCells.number(row, column, kind);
      nulls[rows++] = row.wasNull();
    }

    @Override
    Column column() {
      return new LongColumn(kind, Arrays.copyOf(values, rows), Arrays.copyOf(nulls, rows));
    }
  }

  private static final class Reals extends CellBuffer {
    private final double[] values;
    private final boolean[] nulls;
    private int rows;

    Reals(int capacity) {
      this.values = new double[capacity];
      this.nulls = new boolean[capacity];
    }

    @Override
    void add(ResultSet row, int column) throws SQLException {
      values[rows] = row.getDouble(column);
      nulls[rows++] = row.wasNull();
    }

    @Override
    Column column() {
      return new RealColumn(Arrays.copyOf(values, rows), Arrays.copyOf(nulls, rows));
    }
  }

  /** Decimals keep the scale that each brings; a column of free numbers has no common one. */
  private static final class Decimals extends CellBuffer {
    private final List<BigDecimal> values = new ArrayList<>();
    private final List<Boolean> nulls = new ArrayList<>();

    @Override
    void add(ResultSet row, int column) throws SQLException {
      BigDecimal value = row.getBigDecimal(column);
      nulls.add(value == null);
      values.add(value == null ? BigDecimal.ZERO : value);
    }

    @Override
    Column column() {
      int scale = values.stream().mapToInt(BigDecimal::scale).max().orElse(0);
      boolean[] empty = new boolean[nulls.size()];
      for (int i = 0; i < empty.length; i++) {
        empty[i] = nulls.get(i);
      }
      return new DecimalColumn(Math.max(0, scale), new long[0], values, empty);
    }
  }
}
