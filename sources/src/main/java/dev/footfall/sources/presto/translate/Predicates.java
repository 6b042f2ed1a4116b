package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Warning;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.MapOf;
import dev.footfall.sources.presto.type.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.BetweenContext;
import io.trino.grammar.sql.SqlBaseParser.BooleanExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.ComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.DistinctFromContext;
import io.trino.grammar.sql.SqlBaseParser.InListContext;
import io.trino.grammar.sql.SqlBaseParser.InSubqueryContext;
import io.trino.grammar.sql.SqlBaseParser.LikeContext;
import io.trino.grammar.sql.SqlBaseParser.NullPredicateContext;
import io.trino.grammar.sql.SqlBaseParser.PredicateContext;
import io.trino.grammar.sql.SqlBaseParser.QuantifiedComparisonContext;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.QuotedIdentifierContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** Comparisons and the other predicates; text is compared with text only. */
final class Predicates {

  private final Expressions expressions;
  private final Session session;

  Predicates(Expressions expressions) {
    this.expressions = expressions;
    this.session = expressions.session();
  }

  Expr logical(List<BooleanExpressionContext> trees, String operator) {
    List<Expr> sides =
        trees.stream().map(t -> Checks.condition(expressions.of(t), t, operator)).toList();
    String sql =
        sides.stream().map(Expr::sql).collect(Collectors.joining(" " + operator + " ", "(", ")"));
    return Expr.from(sql, Simple.BOOLEAN, sides);
  }

  Expr of(ParserRuleContext value, PredicateContext predicate) {
    if (predicate instanceof ComparisonContext comparison) {
      String operator = comparison.comparisonOperator().getText();
      return compared(operand(value), operator, operand(comparison.right), comparison);
    }
    if (predicate instanceof BetweenContext between) {
      return between(operand(value), between);
    }
    if (predicate instanceof InListContext list) {
      return in(operand(value), list);
    }
    if (predicate instanceof LikeContext like) {
      return like(expressions.of(value), like);
    }
    if (predicate instanceof NullPredicateContext isNull) {
      Expr tested = expressions.of(value);
      String not = isNull.NOT() == null ? "" : "NOT ";
      return Expr.from("(" + tested.sql() + " IS " + not + "NULL)", Simple.BOOLEAN, tested);
    }
    if (predicate instanceof DistinctFromContext distinct) {
      String not = distinct.NOT() == null ? "" : "NOT ";
      String operator = "IS " + not + "DISTINCT FROM";
      return compared(operand(value), operator, operand(distinct.right), distinct);
    }
    return overQuery(expressions.of(value), predicate);
  }

  private Expr overQuery(Expr value, PredicateContext predicate) {
    if (predicate instanceof InSubqueryContext in) {
      return queried(value, in.NOT() == null ? "IN" : "NOT IN", in.query(), in);
    }
    if (predicate instanceof QuantifiedComparisonContext all) {
      String quantifier = all.comparisonQuantifier().getText().toUpperCase(Locale.ROOT);
      String operator =
          all.comparisonOperator().getText() + " " + quantifier.replace("SOME", "ANY");
      return queried(value, operator, all.query(), all);
    }
    throw Faults.unsupported(predicate, "'" + predicate.getStart().getText() + " ...' here", "");
  }

  Expr compared(Expr left, String operator, Expr right, ParserRuleContext at) {
    Type common = Conversion.common(left, right, at, operator);
    boolean orders = !operator.matches("=|<>|!=|IS.*");
    if (common == Simple.JSON || (orders && common instanceof MapOf)) {
      throw Faults.type(at, "Values of type " + common.presto() + " cannot be compared", "");
    }
    String l = Conversion.to(common, left, session).sql();
    String r = Conversion.to(common, right, session).sql();
    return Expr.from("(" + l + " " + operator + " " + r + ")", Simple.BOOLEAN, left, right);
  }

  private Expr between(Expr value, BetweenContext tree) {
    if (tree.SYMMETRIC() != null) {
      throw Faults.unsupported(tree, "BETWEEN SYMMETRIC", "");
    }
    Expr lower = compared(value, ">=", operand(tree.lower), tree);
    Expr upper = compared(value, "<=", operand(tree.upper), tree);
    String not = tree.NOT() == null ? "" : "NOT ";
    String sql = "(" + not + "(" + lower.sql() + " AND " + upper.sql() + "))";
    return Expr.from(sql, Simple.BOOLEAN, lower, upper);
  }

  private Expr in(Expr value, InListContext tree) {
    List<Expr> all = new ArrayList<>(List.of(value));
    tree.expression().forEach(item -> all.add(operand(item)));
    for (Expr item : all.subList(1, all.size())) {
      Conversion.common(value, item, tree, "IN");
    }
    Type common = Conversion.common(all, tree, "IN");
    List<Expr> typed = Conversion.toAll(common, all, session);
    String list = Templates.join(typed.subList(1, typed.size()));
    String not = tree.NOT() == null ? "" : "NOT ";
    return Expr.from(
        "(" + typed.get(0).sql() + " " + not + "IN (" + list + "))", Simple.BOOLEAN, all);
  }

  private Expr like(Expr value, LikeContext tree) {
    Expr pattern = operand(tree.pattern);
    for (Expr side : List.of(value, pattern)) {
      if (side.type() != Simple.VARCHAR && side.type() != Simple.UNKNOWN) {
        throw Faults.type(
            tree, "LIKE needs text, not " + side.type().presto(), "CAST it to VARCHAR");
      }
    }
    String not = tree.NOT() == null ? "" : "NOT ";
    String escape = tree.escape == null ? "" : " ESCAPE " + expressions.of(tree.escape).sql();
    String sql = "(" + value.sql() + " " + not + "LIKE " + pattern.sql() + escape + ")";
    return Expr.from(sql, Simple.BOOLEAN, value, pattern);
  }

  private Expr queried(Expr value, String operator, QueryContext tree, ParserRuleContext at) {
    Query query = expressions.subquery(tree);
    if (query.columns().size() != 1) {
      throw Faults.type(at, "The subquery needs one column, not " + query.columns().size(), "");
    }
    Out out = query.columns().get(0);
    String alias = session.fresh("r");
    Expr column = Expr.of(alias + ".c", out.type());
    Type common = Conversion.common(value, column, at, operator);
    String inner =
        common.equals(out.type())
            ? query.sql()
            : "SELECT "
                + Conversion.to(common, column, session).sql()
                + " FROM ("
                + query.sql()
                + ") AS "
                + alias
                + "(c)";
    String left = Conversion.to(common, value, session).sql();
    return Expr.from("(" + left + " " + operator + " (" + inner + "))", Simple.BOOLEAN, value);
  }

  /** A side of a comparison: here a double-quoted name that names nothing may be meant as text. */
  private Expr operand(ParserRuleContext tree) {
    boolean quoted = Trees.innermost(tree) instanceof QuotedIdentifierContext;
    if (quoted && !session.options().strictSql()) {
      String name = tree.getText().substring(1, tree.getText().length() - 1).replace("\"\"", "\"");
      if (!expressions.names().isColumn(name)) {
        session.warn(
            Warning.Code.DOUBLE_QUOTED_TEXT,
            Faults.position(tree),
            "\"" + name + "\" names no column and was read as text; text takes single quotes");
        return Literals.text(name);
      }
    }
    return expressions.of(tree);
  }
}
