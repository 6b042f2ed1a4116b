package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;
import dev.footfall.sources.presto.type.Coercion;
import dev.footfall.sources.presto.type.Type;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.InlineTableContext;
import io.trino.grammar.sql.SqlBaseParser.RowConstructorContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** VALUES tables; every row's cells are converted to the column's common type. */
final class Values {

  private final Session session;
  private final Expressions expressions;

  Values(Session session, Env env) {
    this.session = session;
    this.expressions = new Expressions(session, env, env.outer());
  }

  Query table(InlineTableContext tree) {
    List<List<Expr>> rows = new ArrayList<>();
    for (ExpressionContext row : tree.expression()) {
      rows.add(cells(row));
      if (rows.get(0).size() != rows.get(rows.size() - 1).size()) {
        throw Faults.type(row, "The rows of VALUES differ in their number of columns", "");
      }
    }
    List<Type> types = types(rows, tree);
    String sql = rows.stream().map(row -> row(row, types)).collect(Collectors.joining(", "));
    return named(sql, types, Faults.position(tree));
  }

  private Query named(String rows, List<Type> types, Position place) {
    String alias = session.fresh("r");
    List<Out> outs = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      outs.add(new Out("", "_col" + i, types.get(i), Origin.PLAIN, place));
    }
    String names = outs.stream().map(Out::key).collect(Collectors.joining(", "));
    return new Query("SELECT * FROM (VALUES " + rows + ") AS " + alias + "(" + names + ")", outs);
  }

  private List<Expr> cells(ExpressionContext row) {
    return Trees.unwrap(row) instanceof RowConstructorContext cells
        ? Rows.cells(cells).stream().map(expressions::of).toList()
        : List.of(expressions.of(row));
  }

  private static List<Type> types(List<List<Expr>> rows, InlineTableContext tree) {
    List<Type> types = new ArrayList<>(rows.get(0).stream().map(Expr::type).toList());
    for (List<Expr> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        Type cell = row.get(i).type();
        types.set(
            i,
            Coercion.common(types.get(i), cell)
                .orElseThrow(
                    () -> Faults.type(tree, "The rows of VALUES differ in their types", "CAST")));
      }
    }
    return types;
  }

  private String row(List<Expr> cells, List<Type> types) {
    List<String> converted = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      converted.add(
          "CAST("
              + Conversion.to(types.get(i), cells.get(i), session).sql()
              + " AS "
              + types.get(i).duck()
              + ")");
    }
    return "(" + String.join(", ", converted) + ")";
  }
}
