package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Coercion;
import dev.footfall.sources.presto.type.Type;
import io.trino.grammar.sql.SqlBaseParser.InlineTableContext;
import io.trino.grammar.sql.SqlBaseParser.NamedQueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryNoWithContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.QueryPrimaryDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermContext;
import io.trino.grammar.sql.SqlBaseParser.QueryTermDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.SetOperationContext;
import io.trino.grammar.sql.SqlBaseParser.SortItemContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** Whole queries: WITH, set operations, ORDER BY, LIMIT. */
final class Queries {

  private final Session session;

  Queries(Session session) {
    this.session = session;
  }

  /** The user's query itself: its columns keep the labels' spelling, also doubled ones. */
  Query top(QueryContext tree) {
    return query(tree, Env.EMPTY, true);
  }

  /** A query inside another one: its columns get names that differ. */
  Query nested(QueryContext tree, Env env) {
    return query(tree, env, false);
  }

  private Query query(QueryContext tree, Env env, boolean top) {
    if (tree.with() == null) {
      return body(tree.queryNoWith(), env, top);
    }
    if (tree.with().RECURSIVE() != null) {
      throw Faults.unsupported(tree.with(), "WITH RECURSIVE", "");
    }
    Env inner = env;
    List<String> texts = new ArrayList<>();
    for (NamedQueryContext named : tree.with().namedQuery()) {
      Query query = renamed(nested(named.query(), inner), named);
      String alias = session.fresh("w");
      texts.add(alias + " AS (" + query.sql() + ")");
      inner = inner.with(Identifiers.name(named.name), new Query(alias, query.columns()));
    }
    Query body = body(tree.queryNoWith(), inner, top);
    return new Query("WITH " + String.join(", ", texts) + " " + body.sql(), body.columns());
  }

  private static Query renamed(Query query, NamedQueryContext named) {
    return named.columnAliases() == null
        ? query
        : new Query(query.sql(), ColumnAliases.apply(named.columnAliases(), query.columns()));
  }

  private Query body(QueryNoWithContext tree, Env env, boolean top) {
    List<SortItemContext> order = tree.orderBy() == null ? List.of() : tree.orderBy().sortItem();
    String limit = limit(tree);
    List<SortItemContext> kept = top || !limit.isEmpty() ? order : List.of();
    if (tree.queryTerm() instanceof QueryTermDefaultContext plain
        && plain.queryPrimary() instanceof QueryPrimaryDefaultContext select) {
      Query query =
          new Selects(session, env, top)
              .select(select.querySpecification(), order, !kept.isEmpty());
      return new Query(query.sql() + limit, query.columns());
    }
    Query query = term(tree.queryTerm(), env, top);
    String sorted =
        kept.isEmpty() ? "" : new Ordering(session, env).ofColumns(kept, query.columns());
    boolean plain = sorted.isEmpty() && limit.isEmpty();
    return plain ? query : new Query("(" + query.sql() + ")" + sorted + limit, query.columns());
  }

  private Query term(QueryTermContext tree, Env env, boolean top) {
    if (tree instanceof SetOperationContext operation) {
      return setOperation(operation, env, top);
    }
    QueryPrimaryContext primary = ((QueryTermDefaultContext) tree).queryPrimary();
    if (primary instanceof QueryPrimaryDefaultContext select) {
      return new Selects(session, env, top).select(select.querySpecification(), List.of(), false);
    }
    if (primary instanceof SubqueryContext subquery) {
      return body(subquery.queryNoWith(), env, top);
    }
    if (primary instanceof InlineTableContext values) {
      return new Values(session, env).table(values);
    }
    throw Faults.unsupported(primary, "TABLE name", "Write SELECT * FROM name");
  }

  private Query setOperation(SetOperationContext tree, Env env, boolean top) {
    if (tree.corresponding() != null) {
      throw Faults.unsupported(tree.corresponding(), "CORRESPONDING", "");
    }
    Query left = term(tree.left, env, top);
    Query right = term(tree.right, env, false);
    if (left.columns().size() != right.columns().size()) {
      throw Faults.type(
          tree.right,
          "The sides of "
              + tree.operator.getText().toUpperCase(Locale.ROOT)
              + " have "
              + left.columns().size()
              + " and "
              + right.columns().size()
              + " columns",
          "");
    }
    List<Type> types = common(left, right, tree);
    String quantifier = tree.setQuantifier() == null ? "" : " " + tree.setQuantifier().getText();
    String operator = " " + tree.operator.getText() + quantifier + " ";
    Query typed = typed(left, types);
    String sql = "(" + typed.sql() + ")" + operator + "(" + typed(right, types).sql() + ")";
    return new Query(sql, merged(typed, right));
  }

  private static List<Out> merged(Query left, Query right) {
    List<Out> outs = new ArrayList<>();
    for (int i = 0; i < left.columns().size(); i++) {
      Out a = left.columns().get(i);
      Origin b = right.columns().get(i).origin();
      Origin both =
          a.origin().constantText().equals(b.constantText())
              ? new Origin(b.constantText(), a.origin().hashed() && b.hashed())
              : new Origin(Optional.empty(), a.origin().hashed() && b.hashed());
      outs.add(new Out(a.name(), a.key(), a.type(), both, a.position()));
    }
    return outs;
  }

  private static List<Type> common(Query left, Query right, SetOperationContext tree) {
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < left.columns().size(); i++) {
      Type a = left.columns().get(i).type();
      Type b = right.columns().get(i).type();
      int number = i + 1;
      ParserRuleContext at = tree.right;
      types.add(
          Coercion.common(a, b)
              .orElseThrow(
                  () ->
                      Faults.type(
                          at,
                          "Column "
                              + number
                              + " is "
                              + a.presto()
                              + " on one side and "
                              + b.presto()
                              + " on the other",
                          "CAST one of them")));
    }
    return types;
  }

  /** The query with its columns converted; untouched when they fit already. */
  private Query typed(Query query, List<Type> types) {
    List<Type> now = query.columns().stream().map(Out::type).toList();
    if (now.equals(types)) {
      return query;
    }
    String alias = session.fresh("r");
    List<Out> outs = new ArrayList<>();
    List<String> items = new ArrayList<>();
    String names =
        query.columns().stream().map(o -> session.fresh("c")).collect(Collectors.joining(","));
    String[] inner = names.split(",");
    for (int i = 0; i < types.size(); i++) {
      Out out = query.columns().get(i);
      Expr column = Expr.of(alias + "." + inner[i], out.type());
      String sql = Conversion.to(types.get(i), column, session).sql();
      items.add(sql + " AS " + Sql.name(out.key()));
      outs.add(new Out(out.name(), out.key(), types.get(i), out.origin(), out.position()));
    }
    return new Query(
        "SELECT "
            + String.join(", ", items)
            + " FROM ("
            + query.sql()
            + ") AS "
            + alias
            + "("
            + names
            + ")",
        outs);
  }

  private static String limit(QueryNoWithContext tree) {
    StringBuilder sql = new StringBuilder();
    if (tree.TIES() != null) {
      throw Faults.unsupported(tree, "FETCH FIRST ... WITH TIES", "Use RANK() in a subquery");
    }
    if (tree.limit != null && tree.limit.rowCount() != null) {
      sql.append(" LIMIT ").append(count(tree.limit.rowCount()));
    }
    if (tree.FETCH() != null) {
      sql.append(" LIMIT ").append(tree.fetchFirst == null ? "1" : count(tree.fetchFirst));
    }
    if (tree.offset != null) {
      sql.append(" OFFSET ").append(count(tree.offset));
    }
    return sql.toString();
  }

  private static String count(ParserRuleContext number) {
    if (!number.getText().chars().allMatch(Character::isDigit)) {
      throw Faults.unsupported(number, "'" + number.getText() + "' as a row count", "");
    }
    return number.getText();
  }
}
