package dev.footfall.sources.duckdb;

import dev.footfall.core.source.CellKind;
import java.util.Locale;

/**
 * How a DuckDB type becomes cells.
 *
 * @param kind what the cells hold
 * @param export SQL that turns a value ({@code %s}) into one that the Arrow export hands over well
 */
record ColumnType(CellKind kind, String export) {
  private static final String AS_IS = "%s";
  private static final String AS_TEXT = "CAST(%s AS VARCHAR)";

  static ColumnType of(String duckType) {
    String type = duckType.toUpperCase(Locale.ROOT);
    if (type.endsWith("]")
        || type.startsWith("STRUCT")
        || type.startsWith("MAP")
        || type.startsWith("UNION")
        || type.equals("VARIANT")) {
      return new ColumnType(CellKind.NESTED, "CAST(to_json(%s) AS VARCHAR)");
    }
    if (type.startsWith("DECIMAL")) {
      return new ColumnType(CellKind.DECIMAL, AS_IS);
    }
    if (type.startsWith("TIMESTAMP")) {
      return timestamp(type);
    }
    return plain(type);
  }

  private static ColumnType timestamp(String type) {
    return type.contains("TIME ZONE") || type.startsWith("TIMESTAMPTZ")
        ? new ColumnType(CellKind.INSTANT, AS_IS)
        : new ColumnType(
            CellKind.LOCAL_TIMESTAMP, type.equals("TIMESTAMP") ? AS_IS : "CAST(%s AS TIMESTAMP)");
  }

  private static ColumnType plain(String type) {
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          new ColumnType(CellKind.INTEGER, AS_IS);
      case "UBIGINT" -> new ColumnType(CellKind.DECIMAL, "CAST(%s AS DECIMAL(20,0))");
      case "HUGEINT", "UHUGEINT" -> new ColumnType(CellKind.DECIMAL, "CAST(%s AS DECIMAL(38,0))");
      case "DOUBLE", "FLOAT" -> new ColumnType(CellKind.REAL, AS_IS);
      case "BOOLEAN" -> new ColumnType(CellKind.BOOLEAN, AS_IS);
      case "DATE" -> new ColumnType(CellKind.DATE, AS_IS);
      case "VARCHAR" -> new ColumnType(CellKind.TEXT, AS_IS);
      case "JSON" -> new ColumnType(CellKind.NESTED, AS_TEXT);
      case "BLOB" -> new ColumnType(CellKind.TEXT, "lower(hex(%s))");
      default -> new ColumnType(CellKind.TEXT, AS_TEXT);
    };
  }
}
