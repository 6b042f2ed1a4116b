package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.function.Functions;
import dev.footfall.sources.presto.function.Signature;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.FilterContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.ListaggContext;
import io.trino.grammar.sql.SqlBaseParser.OrderByContext;
import io.trino.grammar.sql.SqlBaseParser.OverContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Aggregate and window functions with DISTINCT, ORDER BY, FILTER and OVER. */
final class Aggregates {

  /** Aggregates whose result type follows from a decimal's digits. */
  static final Set<String> SPECIAL = Set.of("sum", "avg", "approx_percentile");

  private final Expressions expressions;
  private final Session session;
  private final List<Expr> beside = new ArrayList<>();

  Aggregates(Expressions expressions) {
    this.expressions = expressions;
    this.session = expressions.session();
  }

  Expr of(String name, Call call, FunctionCallContext tree) {
    if (tree.label != null) {
      throw Faults.unsupported(tree, name + "(label.*)", "");
    }
    List<Expr> arguments = new ArrayList<>(call.all());
    Signature.Match match = match(name, arguments, tree);
    boolean window = match.signature().kind() == Signature.Kind.WINDOW;
    if (window && tree.over() == null) {
      throw Faults.syntax(tree, name.toUpperCase(Locale.ROOT) + " needs OVER (...)", "");
    }
    if (window && tree.setQuantifier() != null) {
      throw Faults.syntax(tree, "DISTINCT is for aggregates", "");
    }
    List<Expr> typed = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      typed.add(Conversion.to(match.arguments().get(i), arguments.get(i), session));
    }
    boolean supports = match.template().contains("$O");
    if (tree.orderBy() != null && !supports) {
      throw Faults.unsupported(tree.orderBy(), "ORDER BY inside " + name, "ARRAY_AGG takes it");
    }
    if (tree.setQuantifier() != null
        && tree.setQuantifier().DISTINCT() != null
        && !match.template().contains("$D")
        && !Set.of("min", "max", "bool_and", "bool_or", "every", "approx_distinct")
            .contains(name)) {
      throw Faults.unsupported(tree, "DISTINCT inside " + name, "");
    }
    String suffix = filter(tree.filter()) + over(tree.over());
    String template = decorated(match.template(), tree, suffix);
    return finished(name, match, typed, template, tree.over() != null, arguments);
  }

  private Expr finished(
      String name,
      Signature.Match match,
      List<Expr> typed,
      String template,
      boolean over,
      List<Expr> arguments) {
    String sql = Templates.fill(template, typed);
    if (name.equals("avg") && match.result() instanceof Decimal type) {
      Expr sum = Expr.of(sql, type);
      Expr count = Expr.of(sql.replaceFirst("^sum\\(", "count("), Simple.BIGINT);
      sql = Decimals.average(sum, count, type).sql();
    }
    List<Expr> parts = new ArrayList<>(arguments);
    parts.addAll(beside);
    Expr result = Expr.from(sql, match.result(), parts);
    boolean nested = arguments.stream().anyMatch(Expr::aggregate);
    if (over) {
      return result.with(Origin.PLAIN).inWindow();
    }
    if (nested) {
      throw new SqlFault(
          SqlFault.Code.SYNTAX_ERROR,
          Optional.empty(),
          "An aggregate stands inside the aggregate " + name.toUpperCase(Locale.ROOT),
          "Aggregate in a subquery first");
    }
    return result.aggregated();
  }

  private static Signature.Match match(
      String name, List<Expr> arguments, FunctionCallContext tree) {
    List<Type> types = arguments.stream().map(Expr::type).toList();
    if (!types.isEmpty() && types.get(0) instanceof Decimal decimal && types.size() == 1) {
      Signature known = Functions.named(name).isEmpty() ? null : Functions.named(name).get(0);
      if (known != null && name.equals("sum")) {
        Type sum = new Decimal(Decimal.MAX_PRECISION, decimal.scale());
        return new Signature.Match(known, types, sum, "sum($D$1)$F");
      }
      if (known != null && name.equals("avg")) {
        return new Signature.Match(known, types, decimal, "sum($D$1)$F");
      }
    }
    return Functions.match(name, types).orElseThrow(() -> Calls.mismatch(name, arguments, tree));
  }

  private String decorated(String template, FunctionCallContext tree, String suffix) {
    boolean distinct = tree.setQuantifier() != null && tree.setQuantifier().DISTINCT() != null;
    String nulls =
        tree.nullTreatment() != null && tree.nullTreatment().IGNORE() != null
            ? " IGNORE NULLS"
            : "";
    if (!nulls.isEmpty() && !template.contains("$N")) {
      throw Faults.unsupported(tree, "IGNORE NULLS here", "");
    }
    String order = tree.orderBy() == null ? "" : " " + order(tree.orderBy());
    return template
        .replace("$D", distinct ? "DISTINCT " : "")
        .replace("$O", order)
        .replace("$N", nulls)
        .replace("$F", suffix);
  }

  private String filter(@Nullable FilterContext tree) {
    if (tree == null) {
      return "";
    }
    Expr condition = Checks.condition(expressions.of(tree.booleanExpression()), tree, "FILTER");
    Checks.noAggregate(condition, tree, "FILTER");
    return " FILTER (WHERE " + condition.sql() + ")";
  }

  private String over(@Nullable OverContext tree) {
    if (tree == null) {
      return "";
    }
    Windows windows = new Windows(expressions);
    String sql = windows.over(tree);
    beside.addAll(windows.parts());
    return sql;
  }

  private String order(OrderByContext tree) {
    return tree.sortItem().stream()
        .map(
            item -> {
              Expr key = expressions.of(item.expression());
              return key.sql() + Ordering.direction(item);
            })
        .collect(Collectors.joining(", ", "ORDER BY ", ""));
  }

  Expr listagg(ListaggContext tree) {
    if (tree.OVERFLOW() != null || tree.over() != null) {
      throw Faults.unsupported(tree, "LISTAGG with OVERFLOW or OVER", "");
    }
    Expr value = expressions.of(tree.expression());
    if (value.type() != Simple.VARCHAR) {
      throw Faults.type(tree, "LISTAGG needs text, not " + value.type().presto(), "CAST it");
    }
    String separator = tree.string() == null ? "''" : Sql.text(Identifiers.text(tree.string()));
    boolean distinct = tree.setQuantifier() != null && tree.setQuantifier().DISTINCT() != null;
    String sql =
        "string_agg("
            + (distinct ? "DISTINCT " : "")
            + value.sql()
            + ", "
            + separator
            + " "
            + order(tree.orderBy())
            + ")"
            + filter(tree.filter());
    return Expr.from(sql, Simple.VARCHAR, value).aggregated();
  }
}
