package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.translate.Relations.Relation;
import dev.footfall.sources.presto.type.Type;
import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.JoinRelationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Joins with ON and USING. */
final class Joins {

  private final Session session;
  private final Env env;
  private final Relations relations;

  Joins(Session session, Env env, Relations relations) {
    this.session = session;
    this.env = env;
    this.relations = relations;
  }

  Relation join(JoinRelationContext tree, List<Field> before) {
    if (tree.NATURAL() != null) {
      throw Faults.unsupported(tree, "NATURAL JOIN", "Write JOIN ... USING (columns)");
    }
    Relation left = relations.relation(tree.left, before);
    List<Field> seen = new ArrayList<>(before);
    seen.addAll(left.fields());
    if (tree.CROSS() != null) {
      Relation right = relations.sampled(tree.right, seen);
      return joined(left, " CROSS JOIN ", right, "");
    }
    Relation right = relations.relation(tree.rightRelation, seen);
    String word = tree.joinType().getText().toUpperCase(Locale.ROOT).replace("OUTER", "");
    String type = " " + (word.isEmpty() ? "INNER" : word) + " JOIN ";
    if (!tree.joinCriteria().identifier().isEmpty()) {
      return using(left, type, right, tree.joinCriteria().identifier());
    }
    List<Field> both = new ArrayList<>(left.fields());
    both.addAll(right.fields());
    Expressions expressions = new Expressions(session, env, env.outer().inner(both));
    var condition = tree.joinCriteria().booleanExpression();
    Expr on = Checks.condition(expressions.of(condition), condition, "JOIN ... ON");
    Checks.noAggregate(on, condition, "JOIN ... ON");
    return joined(left, type, right, " ON " + on.sql());
  }

  private static Relation joined(Relation left, String type, Relation right, String on) {
    List<Field> fields = new ArrayList<>(left.fields());
    fields.addAll(right.fields());
    String rightSql =
        right.sql().contains(" JOIN ")
                && !right.sql().startsWith("(")
                && !right.sql().startsWith("LATERAL")
            ? "(" + right.sql() + ")"
            : right.sql();
    return new Relation(left.sql() + type + rightSql + on, fields);
  }

  private Relation using(
      Relation left, String type, Relation right, List<IdentifierContext> names) {
    List<Field> merged = new ArrayList<>();
    List<Field> rest = new ArrayList<>(left.fields());
    rest.addAll(right.fields());
    List<String> conditions = new ArrayList<>();
    for (IdentifierContext name : names) {
      Field a = side(left, name);
      Field b = side(right, name);
      Expr x = Expr.of(a.sql(), type(a, name));
      Expr y = Expr.of(b.sql(), type(b, name));
      Type common = Conversion.common(x, y, name, "=");
      String l = Conversion.to(common, x, session).sql();
      String r = Conversion.to(common, y, session).sql();
      conditions.add("(" + l + " = " + r + ")");
      merged.add(
          Field.of(List.of(), Identifiers.name(name), "coalesce(" + l + ", " + r + ")", common));
      rest.removeAll(List.of(a, b));
    }
    merged.addAll(rest);
    String on = " ON " + String.join(" AND ", conditions);
    return new Relation(joined(left, type, right, on).sql(), merged);
  }

  private static Type type(Field field, IdentifierContext at) {
    Optional<Type> type = field.type();
    return type.orElseThrow(() -> Faults.unsupported(at, "This column's type", ""));
  }

  private static Field side(Relation relation, IdentifierContext name) {
    String column = Identifiers.name(name);
    List<Field> found = relation.fields().stream().filter(field -> field.isNamed(column)).toList();
    if (found.size() != 1) {
      throw SqlFault.at(
          Faults.position(name),
          SqlFault.Code.COLUMN_NOT_FOUND,
          "Column '"
              + column
              + "' is "
              + (found.isEmpty() ? "missing from" : "ambiguous on")
              + " one side of the join",
          "");
    }
    return found.get(0);
  }
}
