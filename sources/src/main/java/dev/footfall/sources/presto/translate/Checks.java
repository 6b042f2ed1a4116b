package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type.Simple;
import org.antlr.v4.runtime.ParserRuleContext;

/** What an expression may be at its place. */
final class Checks {

  private Checks() {}

  static Expr condition(Expr expr, ParserRuleContext at, String clause) {
    if (expr.type() != Simple.BOOLEAN && expr.type() != Simple.UNKNOWN) {
      throw Faults.type(
          at,
          clause + " needs a condition, but this is " + expr.type().presto(),
          "Compare it with something");
    }
    return expr;
  }

  static void noAggregate(Expr expr, ParserRuleContext at, String clause) {
    if (expr.aggregate() || expr.windowed()) {
      throw Faults.syntax(
          at,
          clause + " cannot contain aggregations or window functions",
          expr.aggregate() ? "Use HAVING" : "Use a subquery");
    }
  }
}
