package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Simple;
import java.util.ArrayList;
import java.util.List;

/**
 * A translated expression.
 *
 * @param sql DuckDB's text, safe to embed as an operand; its DuckDB type is {@code type.duck()}
 * @param loose the columns it uses outside aggregates and grouping expressions
 * @param aggregate whether it holds an aggregate function
 * @param windowed whether it holds a window function
 */
record Expr(
    String sql, Type type, Origin origin, List<Use> loose, boolean aggregate, boolean windowed) {

  Expr {
    loose = List.copyOf(loose);
  }

  static Expr of(String sql, Type type) {
    return new Expr(sql, type, Origin.PLAIN, List.of(), false, false);
  }

  /** An expression over others: it inherits their columns, aggregates and, as text, hashing. */
  static Expr from(String sql, Type type, List<Expr> parts) {
    List<Use> uses = new ArrayList<>();
    parts.forEach(part -> uses.addAll(part.loose));
    boolean text = type == Simple.VARCHAR || type == Simple.VARBINARY;
    boolean hashed = text && parts.stream().anyMatch(part -> part.origin.hashed());
    return new Expr(
        sql,
        type,
        hashed ? Origin.HASHED : Origin.PLAIN,
        uses,
        parts.stream().anyMatch(Expr::aggregate),
        parts.stream().anyMatch(Expr::windowed));
  }

  static Expr from(String sql, Type type, Expr... parts) {
    return from(sql, type, List.of(parts));
  }

  Expr with(Origin newOrigin) {
    return new Expr(sql, type, newOrigin, loose, aggregate, windowed);
  }

  /** The same value in other words: columns, origin and aggregates stay. */
  Expr as(String newSql, Type newType) {
    return new Expr(newSql, newType, origin, loose, aggregate, windowed);
  }

  Expr grouped() {
    return new Expr(sql, type, origin, List.of(), aggregate, windowed);
  }

  Expr aggregated() {
    return new Expr(sql, type, origin, List.of(), true, windowed);
  }

  Expr inWindow() {
    return new Expr(sql, type, origin, loose, aggregate, true);
  }
}
