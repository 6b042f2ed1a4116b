package dev.footfall.sources.presto.translate;

import io.trino.grammar.sql.SqlBaseParser.ColumnAliasesContext;
import java.util.ArrayList;
import java.util.List;

/** The {@code (a, b)} after a table's alias or a WITH query's name. */
final class ColumnAliases {

  private ColumnAliases() {}

  static List<Out> apply(ColumnAliasesContext aliases, List<Out> columns) {
    List<String> names = names(aliases, columns.size());
    List<Out> outs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      outs.add(columns.get(i).as(names.get(i)));
    }
    return outs;
  }

  static List<String> names(ColumnAliasesContext aliases, int expected) {
    List<String> names = aliases.identifier().stream().map(Identifiers::name).toList();
    if (names.size() != expected) {
      throw Faults.type(
          aliases, names.size() + " names for " + expected + " columns", "Name all of them");
    }
    return names;
  }
}
