package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column that a name can mean.
 *
 * @param relation the names of its table from the outside in; empty when it has none
 * @param name its name; empty when it has none
 * @param sql how the emitted SQL refers to it
 * @param type empty when DuckDB's type has no Presto counterpart
 */
record Field(List<String> relation, String name, String sql, Optional<Type> type, Origin origin) {

  static Field of(List<String> relation, String name, String sql, Type type) {
    return new Field(relation, name, sql, Optional.of(type), Origin.PLAIN);
  }

  boolean isNamed(String column) {
    return name.equalsIgnoreCase(column);
  }

  /** Whether a qualifier such as {@code c360} or {@code brand.customer_360} means its table. */
  boolean isIn(List<String> qualifier) {
    if (qualifier.size() > relation.size()) {
      return false;
    }
    List<String> tail = relation.subList(relation.size() - qualifier.size(), relation.size());
    return lower(tail).equals(lower(qualifier));
  }

  Field within(List<String> newRelation, String newName) {
    return new Field(newRelation, newName, sql, type, origin);
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}
