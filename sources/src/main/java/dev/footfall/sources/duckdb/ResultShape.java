package dev.footfall.sources.duckdb;

import dev.footfall.core.source.ColumnHeader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a result, and the SQL around a query that hands them over: names stand aside (two
 * columns may share one), types that Arrow has no plain form for are converted.
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
  String select(String query, long limit) {
    List<String> names = positions("c%d");
    List<String> exported =
        IntStream.range(0, header.size())
            .mapToObj(i -> types.get(i).export().apply(names.get(i)) + " AS e" + i)
            .toList();
    String select =
        "SELECT "
            + String.join(", ", exported)
            + " FROM (\n"
            + query
            + "\n) AS result("
            + String.join(", ", names)
            + ")";
    return select + (limit == Long.MAX_VALUE ? "" : " LIMIT " + limit);
  }

  private List<String> positions(String format) {
    return IntStream.range(0, header.size())
        .mapToObj(format::formatted)
        .collect(Collectors.toList());
  }
}
