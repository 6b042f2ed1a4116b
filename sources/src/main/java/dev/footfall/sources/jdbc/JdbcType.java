package dev.footfall.sources.jdbc;

import dev.footfall.core.source.CellKind;
import java.sql.Types;
import java.util.Locale;

/**
 * What a warehouse's column becomes.
 *
 * @param kind what its cells hold
 * @param duckType its type in the embedded engine
 */
record JdbcType(CellKind kind, String duckType) {
  private static final int WIDEST = 38;
  private static final int SCALE_OF_FREE_NUMBERS = 9;
  private static final JdbcType TEXT = new JdbcType(CellKind.TEXT, "VARCHAR");

  static JdbcType of(int sqlType, String typeName, int precision, int scale) {
    return switch (sqlType) {
      case Types.BOOLEAN, Types.BIT -> bit(typeName);
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER ->
          new JdbcType(CellKind.INTEGER, "INTEGER");
      case Types.BIGINT -> new JdbcType(CellKind.INTEGER, "BIGINT");
      case Types.NUMERIC, Types.DECIMAL -> decimal(precision, scale);
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> new JdbcType(CellKind.REAL, "DOUBLE");
      case Types.DATE -> new JdbcType(CellKind.DATE, "DATE");
      case Types.TIMESTAMP -> timestamp(typeName);
      case Types.TIMESTAMP_WITH_TIMEZONE ->
          new JdbcType(CellKind.INSTANT, "TIMESTAMP WITH TIME ZONE");
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          new JdbcType(CellKind.TEXT, "BLOB");
      case Types.ARRAY -> new JdbcType(CellKind.NESTED, "JSON");
      default ->
          typeName.toLowerCase(Locale.ROOT).startsWith("json")
              ? new JdbcType(CellKind.NESTED, "JSON")
              : TEXT;
    };
  }

  /** Whether the cells are JSON text. */
  boolean isNested() {
    return kind == CellKind.NESTED;
  }

  /** Whether the cells are bytes. */
  boolean isBinary() {
    return duckType.equals("BLOB");
  }

  /** All digits, for decimals. */
  int precision() {
    return Integer.parseInt(duckType.substring(duckType.indexOf('(') + 1, duckType.indexOf(',')));
  }

  /** Digits after the point, for decimals. */
  int scale() {
    return Integer.parseInt(duckType.substring(duckType.indexOf(',') + 1, duckType.length() - 1));
  }

  /** PostgreSQL reports its boolean as a bit. */
  private static JdbcType bit(String typeName) {
    return typeName.toLowerCase(Locale.ROOT).startsWith("bool")
        ? new JdbcType(CellKind.BOOLEAN, "BOOLEAN")
        : TEXT;
  }

  private static JdbcType decimal(int precision, int scale) {
    boolean bounded = precision > 0 && precision <= WIDEST && scale >= 0 && scale <= precision;
    return new JdbcType(
        CellKind.DECIMAL,
        "DECIMAL("
            + (bounded ? precision : WIDEST)
            + ","
            + (bounded ? scale : SCALE_OF_FREE_NUMBERS)
            + ")");
  }

  /** PostgreSQL reports its instants as plain timestamps. */
  private static JdbcType timestamp(String typeName) {
    String name = typeName.toLowerCase(Locale.ROOT);
    return name.contains("timestamptz") || name.contains("with time zone")
        ? new JdbcType(CellKind.INSTANT, "TIMESTAMP WITH TIME ZONE")
        : new JdbcType(CellKind.LOCAL_TIMESTAMP, "TIMESTAMP");
  }
}
