package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Row;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.RowConstructorContext;
import java.util.ArrayList;
import java.util.List;

/** {@code ROW(a, b)} and {@code (a, b)}. */
final class Rows {

  private Rows() {}

  static List<ExpressionContext> cells(RowConstructorContext tree) {
    List<ExpressionContext> cells = new ArrayList<>(tree.expression());
    tree.fieldConstructor().forEach(field -> cells.add(field.expression()));
    return cells;
  }

  static Expr row(RowConstructorContext tree, Expressions expressions) {
    List<Expr> cells = cells(tree).stream().map(expressions::of).toList();
    List<Type.Field> fields = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      var named = i < tree.fieldConstructor().size() ? tree.fieldConstructor().get(i) : null;
      String name =
          named == null || named.identifier() == null ? "" : Identifiers.name(named.identifier());
      fields.add(new Type.Field(name, cells.get(i).type()));
    }
    Row type = new Row(fields);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      items.add(Sql.name(type.duckName(i)) + " := " + cells.get(i).sql());
    }
    return Expr.from("struct_pack(" + String.join(", ", items) + ")", type, cells);
  }
}
