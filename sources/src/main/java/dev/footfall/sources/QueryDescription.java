package dev.footfall.sources;

import dev.footfall.core.source.ColumnHeader;
import java.util.List;

/**
 * What is known about a query without running it.
 *
 * @param columns the result's columns in order
 * @param warnings slips in the SQL that were tolerated, one line each
 */
public record QueryDescription(List<DescribedColumn> columns, List<String> warnings) {
  /**
   * A result column.
   *
   * @param type in the words of the query's dialect
   * @param constant whether every row holds the same literal
   * @param hashedInSql whether the SQL itself makes it with a hash function
   */
  public record DescribedColumn(
      ColumnHeader header, String type, boolean constant, boolean hashedInSql) {}

  /** Copies the lists. */
  public QueryDescription {
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
  }

  /** Names and kinds alone. */
  public List<ColumnHeader> header() {
    return columns.stream().map(DescribedColumn::header).toList();
  }
}
