package dev.footfall.sources;

import java.util.List;

/**
 * A table that queries of a source may name.
 *
 * @param schema empty where the name alone suffices
 * @param columns in the table's order
 */
public record TableInfo(String schema, String name, List<ColumnInfo> columns) {
  /** A column and its type in the source's words. */
  public record ColumnInfo(String name, String type) {}

  /** Copies the list. */
  public TableInfo {
    columns = List.copyOf(columns);
  }
}
