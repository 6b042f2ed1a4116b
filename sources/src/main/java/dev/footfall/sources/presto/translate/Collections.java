package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Numbers;
import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.MapOf;
import dev.footfall.sources.presto.type.Type.Row;
import dev.footfall.sources.presto.type.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.SubscriptContext;

/** {@code value[index]}: a place or key that is not there is an error. */
final class Collections {

  private final Expressions expressions;

  Collections(Expressions expressions) {
    this.expressions = expressions;
  }

  Expr subscript(SubscriptContext tree) {
    Expr value = expressions.of(tree.value);
    Expr index = expressions.of(tree.index);
    Session session = expressions.session();
    if (value.type() instanceof Array array && Numbers.isInteger(index.type())) {
      String at = Conversion.to(Simple.BIGINT, index, session).sql();
      String sql = "ff_subscript(" + value.sql() + ", " + at + ")";
      return Expr.from(Marks.at(Faults.position(tree), sql), array.element(), value, index);
    }
    if (value.type() instanceof MapOf map) {
      Conversion.common(Expr.of("", map.key()), index, tree, "[]");
      String key = Conversion.to(map.key(), index, session).sql();
      String sql = "ff_key(" + value.sql() + ", " + key + ")";
      return Expr.from(Marks.at(Faults.position(tree), sql), map.value(), value, index);
    }
    if (value.type() instanceof Row row && index.sql().matches("\\d{1,4}")) {
      int field = Integer.parseInt(index.sql()) - 1;
      if (field >= 0 && field < row.fields().size()) {
        String sql = "(" + value.sql() + "." + Sql.name(row.duckName(field)) + ")";
        return Expr.from(sql, row.fields().get(field).type(), value);
      }
    }
    throw Faults.type(
        tree, "Cannot take [" + index.type().presto() + "] of " + value.type().presto(), "");
  }
}
