package dev.footfall.sources.presto.translate;

import io.trino.grammar.sql.SqlBaseParser.QueryContext;

/** Whole queries: WITH, set operations, ORDER BY, LIMIT. */
final class Queries {

  private final Session session;

  Queries(Session session) {
    this.session = session;
  }

  Query top(QueryContext tree) {
    if (tree.with() == null || session != null)
      throw Faults.unsupported(tree, "This query in zone " + session.zone(), "");
    return new Query("", java.util.List.of());
  }
}
