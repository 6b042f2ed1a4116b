package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.translate.Relations.Relation;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.MapOf;
import dev.footfall.sources.presto.type.Type.Row;
import dev.footfall.sources.presto.type.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.ArrayList;
import java.util.List;

/** UNNEST of arrays and maps, side by side; rows become columns. */
final class Unnests {

  private final Session session;
  private final Env env;
  private final List<String> inner = new ArrayList<>();
  private final List<String> outer = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();
  private final List<String> lengths = new ArrayList<>();

  Unnests(Session session, Env env) {
    this.session = session;
    this.env = env;
  }

  Relation unnest(UnnestContext tree, List<Field> before) {
    Expressions expressions = new Expressions(session, env, env.outer().inner(before));
    for (ExpressionContext expression : tree.expression()) {
      add(expressions.of(expression), expression);
    }
    if (tree.ORDINALITY() != null) {
      String longest = "greatest(" + String.join(", ", lengths) + ")";
      column("range(1, CAST(" + longest + " AS BIGINT) + 1)", Simple.BIGINT);
    }
    return relation();
  }

  private Relation relation() {
    String source = session.fresh("u");
    String alias = session.fresh("r");
    List<Field> fields = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (int i = 0; i < outer.size(); i++) {
      String name = "c" + i;
      items.add(outer.get(i) + " AS " + name);
      fields.add(Field.of(List.of(), "", alias + "." + name, types.get(i)));
    }
    String sql =
        "LATERAL (SELECT "
            + String.join(", ", items)
            + " FROM (SELECT "
            + String.join(", ", inner)
            + ") AS "
            + source
            + ") AS "
            + alias;
    return new Relation(sql, fields);
  }

  private void add(Expr value, ExpressionContext at) {
    if (value.type() instanceof MapOf map) {
      lengths.add("coalesce(cardinality(" + value.sql() + "), 0)");
      column("map_keys(" + value.sql() + ")", map.key());
      column("map_values(" + value.sql() + ")", map.value());
    } else if (value.type() instanceof Array array && array.element() instanceof Row row) {
      lengths.add("coalesce(len(" + value.sql() + "), 0)");
      rows(value, row);
    } else if (value.type() instanceof Array array) {
      lengths.add("coalesce(len(" + value.sql() + "), 0)");
      column(value.sql(), array.element());
    } else {
      throw Faults.type(at, "UNNEST needs an array or a map, not " + value.type().presto(), "");
    }
  }

  private void rows(Expr value, Row row) {
    String name = "u" + inner.size();
    inner.add("unnest(" + value.sql() + ") AS " + name);
    for (int i = 0; i < row.fields().size(); i++) {
      outer.add("(" + name + "." + Sql.name(row.duckName(i)) + ")");
      types.add(row.fields().get(i).type());
    }
  }

  private void column(String list, Type type) {
    String name = "u" + inner.size();
    inner.add("unnest(" + list + ") AS " + name);
    outer.add(name);
    types.add(type);
  }
}
