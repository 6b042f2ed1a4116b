package dev.footfall.sources.duckdb;

import dev.footfall.core.source.CellKind;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * How a DuckDB type becomes cells.
 *
 * @param kind what the cells hold
 * @param export makes SQL of a value into SQL of one that the Arrow export hands over well
 */
record ColumnType(CellKind kind, UnaryOperator<String> export) {
  private static final UnaryOperator<String> AS_IS = UnaryOperator.identity();
  private static final UnaryOperator<String> AS_TEXT = as("VARCHAR");

  private static UnaryOperator<String> as(String duckType) {
    return value -> "CAST(" + value + " AS " + duckType + ")";
  }

  static ColumnType of(String duckType) {
    String type = duckType.toUpperCase(Locale.ROOT);
    if (type.endsWith("]")
        || type.startsWith("STRUCT")
        || type.startsWith("MAP")
        || type.startsWith("UNION")
        || type.equals("VARIANT")) {
      return new ColumnType(CellKind.NESTED, value -> NestedText.of(duckType, value));
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
            CellKind.LOCAL_TIMESTAMP, type.equals("TIMESTAMP") ? AS_IS : as("TIMESTAMP"));
  }

  private static ColumnType plain(String type) {
    return switch (type) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          new ColumnType(CellKind.INTEGER, AS_IS);
      case "UBIGINT" -> new ColumnType(CellKind.DECIMAL, as("DECIMAL(20,0)"));
      case "HUGEINT", "UHUGEINT" -> new ColumnType(CellKind.DECIMAL, as("DECIMAL(38,0)"));
      case "DOUBLE", "FLOAT" -> new ColumnType(CellKind.REAL, AS_IS);
      case "BOOLEAN" -> new ColumnType(CellKind.BOOLEAN, AS_IS);
      case "DATE" -> new ColumnType(CellKind.DATE, AS_IS);
      case "VARCHAR" -> new ColumnType(CellKind.TEXT, AS_IS);
      case "JSON" -> new ColumnType(CellKind.NESTED, AS_TEXT);
      case "BLOB" -> new ColumnType(CellKind.TEXT, value -> "lower(hex(" + value + "))");
      default -> new ColumnType(CellKind.TEXT, AS_TEXT);
    };
  }
}
