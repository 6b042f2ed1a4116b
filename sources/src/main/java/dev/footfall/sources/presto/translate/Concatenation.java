package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Coercion;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** {@code ||} and CONCAT: texts, bytes, arrays; NULL with anything is NULL. */
final class Concatenation {

  private final Session session;

  Concatenation(Session session) {
    this.session = session;
  }

  Expr of(List<Expr> parts, ParserRuleContext at, String operator) {
    if (parts.size() < 2) {
      throw Faults.type(at, "There must be two or more arguments for CONCAT", "");
    }
    if (parts.stream().anyMatch(part -> part.type() instanceof Array)) {
      return arrays(parts, at, operator);
    }
    Type type = Conversion.common(parts, at, operator);
    if (type != Simple.VARCHAR && type != Simple.VARBINARY && type != Simple.UNKNOWN) {
      throw Faults.type(
          at, "Cannot apply '" + operator + "' to " + type.presto(), "CAST it to VARCHAR");
    }
    Type result = type == Simple.UNKNOWN ? Simple.VARCHAR : type;
    String sql =
        Conversion.toAll(result, parts, session).stream()
            .map(Expr::sql)
            .collect(Collectors.joining(" || ", "(", ")"));
    return Expr.from(sql, result, parts);
  }

  private Expr arrays(List<Expr> parts, ParserRuleContext at, String operator) {
    Type element =
        parts.stream()
            .map(part -> part.type() instanceof Array array ? array.element() : part.type())
            .reduce(
                Simple.UNKNOWN,
                (a, b) ->
                    Coercion.common(a, b)
                        .orElseThrow(
                            () ->
                                Faults.type(
                                    at,
                                    "Cannot apply '" + operator + "' to arrays of different types",
                                    "")));
    Type list = new Array(element);
    List<String> lists = new ArrayList<>();
    for (Expr part : parts) {
      lists.add(
          part.type() instanceof Array
              ? Conversion.to(list, part, session).sql()
              : "[" + Conversion.to(element, part, session).sql() + "]");
    }
    String sql = lists.get(0);
    for (String next : lists.subList(1, lists.size())) {
      sql = "(" + sql + " || " + next + ")";
    }
    return Expr.from(sql, list, parts);
  }
}
