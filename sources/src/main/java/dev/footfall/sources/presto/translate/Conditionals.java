package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import io.trino.grammar.sql.SqlBaseParser.SearchedCaseContext;
import io.trino.grammar.sql.SqlBaseParser.SearchedWhenClauseContext;
import io.trino.grammar.sql.SqlBaseParser.SimpleCaseContext;
import io.trino.grammar.sql.SqlBaseParser.SimpleWhenClauseContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** CASE, IF, COALESCE, NULLIF, GREATEST and LEAST. */
final class Conditionals {

  private final Expressions expressions;
  private final Session session;

  Conditionals(Expressions expressions) {
    this.expressions = expressions;
    this.session = expressions.session();
  }

  Expr searchedCase(SearchedCaseContext tree) {
    List<Expr> conditions = new ArrayList<>();
    List<Expr> results = new ArrayList<>();
    for (SearchedWhenClauseContext when : tree.searchedWhenClause()) {
      conditions.add(Checks.condition(expressions.of(when.condition), when, "CASE WHEN"));
      results.add(expressions.of(when.result));
    }
    if (tree.elseExpression != null) {
      results.add(expressions.of(tree.elseExpression));
    }
    return cases(conditions, results, tree);
  }

  Expr simpleCase(SimpleCaseContext tree) {
    Expr operand = expressions.of(tree.operand);
    List<Expr> conditions = new ArrayList<>();
    List<Expr> results = new ArrayList<>();
    for (SimpleWhenClauseContext when : tree.simpleWhenClause()) {
      if (when.condition == null) {
        throw Faults.unsupported(when, "A predicate after WHEN of a simple CASE", "");
      }
      Expr value = expressions.of(when.condition);
      conditions.add(new Predicates(expressions).compared(operand, "=", value, when));
      results.add(expressions.of(when.result));
    }
    if (tree.elseExpression != null) {
      results.add(expressions.of(tree.elseExpression));
    }
    return cases(conditions, results, tree);
  }

  /** The conditions' results, and one more for ELSE. */
  private Expr cases(List<Expr> conditions, List<Expr> results, ParserRuleContext at) {
    Type type = Conversion.common(results, at, "CASE");
    List<Expr> typed = Conversion.toAll(type, results, session);
    StringBuilder sql = new StringBuilder("CASE");
    for (int i = 0; i < conditions.size(); i++) {
      sql.append(" WHEN ").append(conditions.get(i).sql());
      sql.append(" THEN ").append(typed.get(i).sql());
    }
    if (typed.size() > conditions.size()) {
      sql.append(" ELSE ").append(typed.get(typed.size() - 1).sql());
    }
    List<Expr> parts = new ArrayList<>(conditions);
    parts.addAll(results);
    return Expr.from(sql.append(" END").toString(), type, parts);
  }

  Expr choose(List<Expr> arguments, ParserRuleContext at) {
    if (arguments.size() < 2 || arguments.size() > 3) {
      throw Faults.type(at, "IF takes two or three arguments", "");
    }
    Checks.condition(arguments.get(0), at, "IF");
    return cases(arguments.subList(0, 1), arguments.subList(1, arguments.size()), at);
  }

  Expr coalesce(List<Expr> arguments, ParserRuleContext at) {
    if (arguments.size() < 2) {
      throw Faults.type(at, "COALESCE takes two or more arguments", "");
    }
    Type type = Conversion.common(arguments, at, "COALESCE");
    String list = Templates.join(Conversion.toAll(type, arguments, session));
    return Expr.from("coalesce(" + list + ")", type, arguments);
  }

  Expr nullIf(List<Expr> arguments, ParserRuleContext at) {
    if (arguments.size() != 2) {
      throw Faults.type(at, "NULLIF takes two arguments", "");
    }
    Expr first = arguments.get(0);
    Expr same = new Predicates(expressions).compared(first, "=", arguments.get(1), at);
    String sql = "CASE WHEN " + same.sql() + " THEN NULL ELSE " + first.sql() + " END";
    return Expr.from(sql, first.type(), arguments);
  }

  /** GREATEST or LEAST; NULL when any argument is. */
  Expr extreme(String function, List<Expr> arguments, ParserRuleContext at) {
    Type type = Conversion.common(arguments, at, function);
    List<Expr> typed = Conversion.toAll(type, arguments, session);
    List<String> nulls = new ArrayList<>();
    typed.forEach(value -> nulls.add(value.sql() + " IS NULL"));
    String sql =
        "CASE WHEN NOT ("
            + String.join(" OR ", nulls)
            + ") THEN "
            + function
            + "("
            + Templates.join(typed)
            + ") END";
    return Expr.from(sql, type, arguments);
  }
}
