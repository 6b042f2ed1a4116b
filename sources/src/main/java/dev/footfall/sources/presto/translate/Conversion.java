package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Coercion;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** The conversions Presto makes unasked. */
final class Conversion {

  private Conversion() {}

  /** The value in a type it fits ({@link Coercion#fits}). */
  static Expr to(Type type, Expr value, Session session) {
    if (value.type().equals(type) || type == Simple.UNKNOWN) {
      return value;
    }
    if (value.type() == Simple.UNKNOWN) {
      return value.as("CAST(NULL AS " + type.duck() + ")", type);
    }
    if (type instanceof Zoned && !(value.type() instanceof Zoned)) {
      String local = to(new Timestamp(6), value, session).sql();
      return value.as(Zones.toInstant(local, session.zone()), type);
    }
    boolean same = value.type().duck().equals(type.duck());
    return value.as(same ? value.sql() : "CAST(" + value.sql() + " AS " + type.duck() + ")", type);
  }

  static List<Expr> toAll(Type type, List<Expr> values, Session session) {
    return values.stream().map(value -> to(type, value, session)).toList();
  }

  /** The type in which two sides can be compared. */
  static Type common(Expr left, Expr right, ParserRuleContext at, String operator) {
    return Coercion.common(left.type(), right.type())
        .orElseThrow(
            () ->
                Faults.type(
                    at,
                    "Cannot apply '"
                        + operator
                        + "' to "
                        + left.type().presto()
                        + " and "
                        + right.type().presto(),
                    remedy(left.type(), right.type())));
  }

  static Type common(List<Expr> values, ParserRuleContext at, String what) {
    Type type = values.get(0).type();
    for (Expr value : values) {
      Type before = type;
      type =
          Coercion.common(type, value.type())
              .orElseThrow(
                  () ->
                      Faults.type(
                          at,
                          "All values of "
                              + what
                              + " need one type, not "
                              + before.presto()
                              + " and "
                              + value.type().presto(),
                          remedy(before, value.type())));
    }
    return type;
  }

  static String remedy(Type left, Type right) {
    boolean text = left == Simple.VARCHAR || right == Simple.VARCHAR;
    Type other = left == Simple.VARCHAR ? right : left;
    return text
        ? "Text is never converted by itself: CAST it to " + other.presto()
        : "CAST one of them";
  }
}
