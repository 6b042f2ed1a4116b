package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Coercion;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.LambdaContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/** The functions that take a lambda. */
final class Lambdas {

  static final Map<String, Rules.Rule> RULES =
      Map.of(
          "transform", Lambdas::transform,
          "filter", Lambdas::filter,
          "any_match", Lambdas::anyMatch,
          "all_match", Lambdas::allMatch,
          "none_match", Lambdas::noneMatch,
          "reduce", Lambdas::reduce);

  /** A lambda in DuckDB's words. */
  private record Lambda(String head, Expr body) {

    String sql() {
      return head + body.sql();
    }
  }

  private Lambdas() {}

  private static Expr transform(Call call) {
    Expr list = list(call.expecting(2, 2));
    Lambda lambda = lambda(call, 1, element(list));
    return from(call, "list_transform", list, lambda, new Array(lambda.body.type()));
  }

  private static Expr filter(Call call) {
    Expr list = list(call.expecting(2, 2));
    return from(call, "list_filter", list, condition(call, list), list.type());
  }

  private static Expr from(Call call, String function, Expr list, Lambda lambda, Type type) {
    String sql = function + "(" + list.sql() + ", " + lambda.sql() + ")";
    return Expr.from(Marks.at(Faults.position(call.tree()), sql), type, list, lambda.body);
  }

  private static Expr anyMatch(Call call) {
    Expr list = list(call.expecting(2, 2));
    return matched(list, condition(call, list), "true", "false");
  }

  private static Expr allMatch(Call call) {
    Expr list = list(call.expecting(2, 2));
    return matched(list, condition(call, list), "false", "true");
  }

  private static Expr noneMatch(Call call) {
    Expr any = anyMatch(call);
    return Expr.from("(NOT " + any.sql() + ")", Simple.BOOLEAN, any);
  }

  /** One element's verdict decides; without it an unknown one makes the result unknown. */
  private static Expr matched(Expr list, Lambda lambda, String decisive, String otherwise) {
    String verdicts = "list_transform(" + list.sql() + ", " + lambda.sql() + ")";
    String sql =
        "CASE WHEN "
            + list.sql()
            + " IS NULL THEN NULL WHEN list_contains("
            + verdicts
            + ", "
            + decisive
            + ") THEN "
            + decisive
            + " WHEN len(list_filter("
            + verdicts
            + ", lambda v: v IS NULL)) > 0 THEN NULL ELSE "
            + otherwise
            + " END";
    return Expr.from(sql, Simple.BOOLEAN, list, lambda.body);
  }

  private static Expr reduce(Call call) {
    Expr list = list(call.expecting(4, 4));
    Expr start = call.of(1);
    Type state = start.type();
    Lambda step = lambda(call, 2, state, element(list));
    state = Coercion.common(state, step.body.type()).orElse(state);
    step = lambda(call, 2, state, element(list));
    if (!Coercion.fits(step.body.type(), state)) {
      throw Faults.type(call.at(2), "REDUCE's step changes the type of the state", "CAST it");
    }
    Lambda last = lambda(call, 3, state);
    String first = Conversion.to(state, start, call.session()).sql();
    boolean same = element(list).duck().equals(state.duck());
    if (!same) {
      throw Faults.unsupported(
          call.tree(),
          "REDUCE of " + element(list).presto() + " into " + state.presto(),
          "CAST the start value to the elements' type, or the elements with TRANSFORM");
    }
    String folded =
        "list_reduce("
            + list.sql()
            + ", "
            + step.sql()
            + ", CAST("
            + first
            + " AS "
            + state.duck()
            + "))";
    String sql =
        "CASE WHEN "
            + list.sql()
            + " IS NOT NULL THEN list_transform(["
            + folded
            + "], "
            + last.sql()
            + ")[1] END";
    return Expr.from(sql, last.body.type(), list, start, step.body, last.body);
  }

  private static Expr list(Call call) {
    Expr list = call.of(0);
    if (!(list.type() instanceof Array)) {
      throw Faults.type(
          call.at(0),
          call.name().toUpperCase(Locale.ROOT) + " needs an array, not " + list.type().presto(),
          "");
    }
    return list;
  }

  private static Type element(Expr list) {
    return ((Array) list.type()).element();
  }

  private static Lambda condition(Call call, Expr list) {
    Lambda lambda = lambda(call, 1, element(list));
    Checks.condition(lambda.body, call.at(1), "The lambda");
    return lambda;
  }

  private static Lambda lambda(Call call, int index, Type... types) {
    ParserRuleContext tree = Trees.unwrap(call.at(index));
    if (!(tree instanceof LambdaContext lambda) || lambda.identifier().size() != types.length) {
      throw Faults.type(
          call.at(index), "A lambda with " + types.length + " argument(s) is needed", "x -> x + 1");
    }
    List<Field> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      String name = call.session().fresh("x");
      names.add(name);
      fields.add(Field.of(List.of(), Identifiers.name(lambda.identifier(i)), name, types[i]));
    }
    Expr body = call.expressions().before(fields).of(lambda.expression());
    List<Use> outside =
        body.loose().stream()
            .filter(use -> fields.stream().noneMatch(f -> f.isNamed(use.name())))
            .toList();
    Expr free =
        new Expr(
            body.sql(), body.type(), body.origin(), outside, body.aggregate(), body.windowed());
    return new Lambda("lambda " + String.join(", ", names) + ": ", free);
  }
}
