package dev.footfall.sources.duckdb;

import dev.footfall.core.source.ColumnHeader;
import dev.footfall.core.source.SourceFault;
import dev.footfall.sources.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a result, and the SQL around a query that hands them over: names stand aside (two
 * columns may share one), types that Arrow has no plain form for are converted, rows are ordered.
 */
final class ResultShape {
  private final List<ColumnHeader> header;
  private final List<String> duckTypes;
  private final List<ColumnType> types;

  ResultShape(List<String> names, List<String> duckTypes) {
    this.duckTypes = List.copyOf(duckTypes);
    this.types = duckTypes.stream().map(ColumnType::of).toList();
    this.header =
        IntStream.range(0, names.size())
            .mapToObj(i -> new ColumnHeader(names.get(i), types.get(i).kind()))
            .toList();
  }

  List<ColumnHeader> header() {
    return header;
  }

  String duckType(int column) {
    return duckTypes.get(column);
  }

  /** The same columns under other names. */
  ResultShape labelled(List<String> names) {
    return new ResultShape(names, duckTypes);
  }

  /** The query, wrapped; a line break guards against a comment at its end. */
  String select(String query, RowOrder order, long limit) {
    List<String> names = positions("c%d");
    List<String> exported =
        IntStream.range(0, header.size())
            .mapToObj(i -> types.get(i).export().formatted(names.get(i)) + " AS e" + i)
            .toList();
    String select =
        "SELECT "
            + String.join(", ", exported)
            + " FROM (\n"
            + query
            + "\n) AS result("
            + String.join(", ", names)
            + ")";
    return select
        + (order.isAsQueried() ? "" : " ORDER BY " + String.join(", ", terms(order)))
        + (limit == Long.MAX_VALUE ? "" : " LIMIT " + limit);
  }

  private List<String> terms(RowOrder order) {
    List<String> terms = new ArrayList<>();
    for (List<String> key : order.groupKeys()) {
      List<String> alternatives = key.stream().map(this::index).map(this::groupKey).toList();
      String first =
          alternatives.size() == 1
              ? alternatives.get(0)
              : "COALESCE(" + String.join(", ", alternatives) + ")";
      terms.add(first + " ASC NULLS FIRST");
    }
    order.tieBreakers().forEach(name -> terms.add("c" + index(name) + " ASC NULLS LAST"));
    return terms;
  }

  private String groupKey(int column) {
    return GroupKeySql.of("c" + column, header.get(column).kind());
  }

  private int index(String name) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).name().strip().equalsIgnoreCase(name.strip())) {
        return i;
      }
    }
    throw new SourceFault(
        "COLUMN_NOT_FOUND", "The query returns no column '" + name + "' to group by");
  }

  private List<String> positions(String format) {
    return IntStream.range(0, header.size())
        .mapToObj(format::formatted)
        .collect(Collectors.toList());
  }
}
