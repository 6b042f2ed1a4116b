package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;
import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.SqlFault.Code;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Row;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.DereferenceContext;
import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Finds the column, or the field of a row, that a name means. */
final class Names {

  private final Scope scope;

  Names(Scope scope) {
    this.scope = scope;
  }

  /** {@code a.b.c} as names; empty when something else than names is dereferenced. */
  static Optional<List<String>> chain(ParserRuleContext context) {
    if (context instanceof IdentifierContext identifier) {
      return Optional.of(List.of(Identifiers.name(identifier)));
    }
    if (context instanceof ColumnReferenceContext column) {
      return Optional.of(List.of(Identifiers.name(column.identifier())));
    }
    if (context instanceof DereferenceContext dereference) {
      return chain(dereference.base)
          .map(
              base -> {
                List<String> all = new ArrayList<>(base);
                all.add(Identifiers.name(dereference.fieldName));
                return all;
              });
    }
    return Optional.empty();
  }

  Expr column(List<String> name, ParserRuleContext at) {
    for (int length = name.size(); length > 0; length--) {
      List<Field> found = scope.find(name.subList(0, length));
      if (found.size() > 1) {
        throw ambiguous(name, at);
      }
      if (found.size() == 1) {
        Expr column = column(found.get(0), name.subList(0, length), at);
        for (String field : name.subList(length, name.size())) {
          column = field(column, field, at);
        }
        return column;
      }
    }
    throw missing(name, at);
  }

  boolean isColumn(String name) {
    return !scope.find(List.of(name)).isEmpty();
  }

  static Expr field(Expr row, String name, ParserRuleContext at) {
    if (row.type() instanceof Row type) {
      for (int i = 0; i < type.fields().size(); i++) {
        if (type.fields().get(i).name().equalsIgnoreCase(name)) {
          String sql = row.sql() + "." + Sql.name(type.duckName(i));
          return Expr.from("(" + sql + ")", type.fields().get(i).type(), row);
        }
      }
    }
    throw Faults.type(
        at, "There is no field '" + name + "' in a value of type " + row.type().presto(), "");
  }

  private static Expr column(Field field, List<String> name, ParserRuleContext at) {
    Position place = Faults.position(at);
    Type type =
        field
            .type()
            .orElseThrow(
                () ->
                    Faults.unsupported(
                        at,
                        "The type of column '" + field.name() + "'",
                        "Convert it in a view of the source"));
    return new Expr(
        Marks.at(place, field.sql()),
        type,
        field.origin(),
        List.of(new Use(String.join(".", name), place)),
        false,
        false);
  }

  private SqlFault missing(List<String> name, ParserRuleContext at) {
    String detail = "Column '" + String.join(".", name) + "' cannot be resolved";
    return SqlFault.at(Faults.position(at), Code.COLUMN_NOT_FOUND, detail, remedy(name));
  }

  private String remedy(List<String> name) {
    String last = name.get(name.size() - 1);
    if (name.size() > 1 && !scope.hasRelation(name.get(0))) {
      return "No table or alias in this FROM is called '"
          + name.get(0)
          + "'"
          + (scope.find(List.of(last)).isEmpty() ? "" : "; '" + last + "' alone is known");
    }
    List<String> known = scope.all().map(Field::name).filter(n -> !n.isEmpty()).toList();
    return Similar.to(last, known).map(word -> "Did you mean '" + word + "'?").orElse("");
  }

  private static SqlFault ambiguous(List<String> name, ParserRuleContext at) {
    return SqlFault.at(
        Faults.position(at),
        Code.COLUMN_NOT_FOUND,
        "Column '" + String.join(".", name) + "' is ambiguous",
        "Put the table's alias before it");
  }
}
