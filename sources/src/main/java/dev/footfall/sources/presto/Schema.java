package dev.footfall.sources.presto;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What tables the queries may read and what their columns are. */
public interface Schema {

  /**
   * The table that a name means.
   *
   * @param name one to three parts (table; schema and table; catalog, schema and table), compared
   *     without regard to case
   */
  Optional<Table> table(List<String> name);

  /** All tables' plain names, for suggestions in error messages. */
  Set<String> names();

  /**
   * A table or view.
   *
   * @param reference how DuckDB's SQL names it, quoted
   * @param name its name in full, lower case, for example {@code brand.main.customer_360}
   */
  record Table(String reference, List<String> name, List<Column> columns) {

    public Table {
      name = List.copyOf(name);
      columns = List.copyOf(columns);
    }
  }

  /** A column and its DuckDB type, e.g. {@code DECIMAL(12,2)}. */
  record Column(String name, String duckType) {}
}
