package dev.footfall.sources.presto;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A Presto query in DuckDB's words.
 *
 * @param sql one DuckDB SELECT without trailing semicolon; needs {@link Macros#install}
 * @param columns the result's columns in order, with the labels' original spelling
 * @param warnings the tolerances that were applied, in the order of the text
 * @param tables the tables read, as the schema named them
 * @param marks offsets in {@code sql} and the user's position each of them stands for
 * @param divisions where the user's SQL divides, for the fault that DuckDB reports without place
 */
public record Translation(
    String sql,
    List<OutputColumn> columns,
    List<Warning> warnings,
    Set<String> tables,
    NavigableMap<Integer, Position> marks,
    List<Position> divisions) {

  public Translation {
    columns = List.copyOf(columns);
    warnings = List.copyOf(warnings);
    tables = Set.copyOf(tables);
    marks = new TreeMap<>(marks);
    divisions = List.copyOf(divisions);
  }

  /** The place in the user's SQL that an offset in {@link #sql()} comes from. */
  public Optional<Position> origin(int offset) {
    return Optional.ofNullable(marks.floorEntry(offset)).map(Map.Entry::getValue);
  }
}
