package dev.footfall.sources.presto.translate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns that names can mean at one place.
 *
 * @param fields the nearest ones
 * @param next where to look when none of them fits: what surrounds a lambda, an ORDER BY, a
 *     subquery
 */
record Scope(List<Field> fields, Optional<Scope> next) {

  static final Scope EMPTY = new Scope(List.of(), Optional.empty());

  Scope {
    fields = List.copyOf(fields);
  }

  Scope inner(List<Field> nearest) {
    return new Scope(nearest, Optional.of(this));
  }

  /** The columns meant by a possibly qualified name: none, one, or several when ambiguous. */
  List<Field> find(List<String> name) {
    List<String> qualifier = name.subList(0, name.size() - 1);
    String column = name.get(name.size() - 1);
    List<Field> found =
        fields.stream().filter(f -> f.isNamed(column) && f.isIn(qualifier)).toList();
    return found.isEmpty() && next.isPresent() ? next.get().find(name) : found;
  }

  /** The columns of one table, for {@code table.*}. */
  List<Field> of(List<String> relation) {
    List<Field> found = fields.stream().filter(field -> field.isIn(relation)).toList();
    return found.isEmpty() && next.isPresent() ? next.get().of(relation) : found;
  }

  boolean hasRelation(String name) {
    return !of(List.of(name)).isEmpty();
  }

  /** Every column in sight, nearest first. */
  Stream<Field> all() {
    return Stream.concat(fields.stream(), next.stream().flatMap(Scope::all));
  }
}
