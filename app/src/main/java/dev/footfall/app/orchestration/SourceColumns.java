package dev.footfall.app.orchestration;

import dev.footfall.core.destination.ColumnSpec;
import dev.footfall.sources.TableInfo;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds where a source holds what a query does not return.
 *
 * @param tables of the source
 * @param sql of the query, whose own tables come first
 */
record SourceColumns(List<TableInfo> tables, String sql) {
  /** Tables' columns that are called as a destination calls its column, such as {@code t.email}. */
  List<String> of(ColumnSpec column) {
    Set<String> names = new HashSet<>();
    names.add(plain(column.name()));
    column.names().aliases().forEach(name -> names.add(plain(name)));
    column.names().canonical().ifPresent(name -> names.add(plain(name)));
    String query = plain(sql);
    return tables.stream()
        .sorted(Comparator.comparing(table -> !query.contains(plain(table.name()))))
        .flatMap(
            table ->
                table.columns().stream()
                    .filter(each -> names.contains(plain(each.name())))
                    .map(each -> table.name() + "." + each.name()))
        .toList();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
