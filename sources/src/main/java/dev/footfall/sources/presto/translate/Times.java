package dev.footfall.sources.presto.translate;

import io.trino.grammar.sql.SqlBaseParser.ExtractContext;
import java.util.List;
import java.util.Locale;

/** EXTRACT: the same as the function of its field's name. */
final class Times {

  private final Expressions expressions;

  Times(Expressions expressions) {
    this.expressions = expressions;
  }

  Expr extract(ExtractContext tree) {
    String field = tree.identifier().getText().toLowerCase(Locale.ROOT);
    String function =
        switch (field) {
          case "year",
              "quarter",
              "month",
              "week",
              "day",
              "day_of_month",
              "day_of_week",
              "dow",
              "day_of_year",
              "doy",
              "year_of_week",
              "yow",
              "hour",
              "minute",
              "second" ->
              field;
          default -> throw Faults.unsupported(tree, "EXTRACT(" + field + ")", "");
        };
    List<Expr> value = List.of(expressions.of(tree.valueExpression()));
    return new Calls(expressions).listed(function, value, tree);
  }
}
