package dev.footfall.sources.presto.translate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a query sees from outside: the WITH queries before it and the columns around it.
 *
 * @param outer the columns of the surrounding query, for correlated subqueries
 */
record Env(Map<String, Query> named, Scope outer) {

  static final Env EMPTY = new Env(Map.of(), Scope.EMPTY);

  Env {
    named = Map.copyOf(named);
  }

  Env inside(Scope surrounding) {
    return new Env(named, surrounding);
  }

  /** With one more WITH query; its {@code sql} is the name it goes by in the emitted SQL. */
  Env with(String name, Query query) {
    Map<String, Query> more = new HashMap<>(named);
    more.put(name.toLowerCase(Locale.ROOT), query);
    return new Env(more, outer);
  }

  Optional<Query> find(List<String> name) {
    return name.size() == 1
        ? Optional.ofNullable(named.get(name.get(0).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }
}
