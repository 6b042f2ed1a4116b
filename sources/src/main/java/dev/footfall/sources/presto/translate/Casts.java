package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.Warning;
import dev.footfall.sources.presto.type.Numbers;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.MapOf;
import dev.footfall.sources.presto.type.Type.Row;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/** CAST and TRY_CAST: which pairs of types Presto converts, and how it rounds and writes. */
final class Casts {

  private final Expressions expressions;
  private final Session session;

  Casts(Expressions expressions) {
    this.expressions = expressions;
    this.session = expressions.session();
  }

  Expr of(CastContext tree) {
    Expr value = expressions.of(tree.expression());
    CastTarget target = CastTarget.read(tree.type(), session);
    Expr converted = cast(value, target.type(), tree);
    Origin origin = target.type() == Simple.VARCHAR ? value.origin() : converted.origin();
    String sql = converted.sql();
    if (target.length().isPresent()) {
      String length = String.valueOf(target.length().getAsInt());
      sql =
          value.type() == Simple.VARCHAR
              ? "left(" + sql + ", " + length + ")"
              : "ff_fit(" + sql + ", " + length + ")";
    }
    String marked = Marks.at(Faults.position(tree), sql);
    Expr result = converted.as(marked, converted.type()).with(origin);
    return tree.TRY_CAST() == null ? result : result.as(attempted(marked), result.type());
  }

  /** NULL where the value would be an error. */
  static String attempted(String sql) {
    return "TRY(" + sql + ")";
  }

  /** The value in another type, as CAST gives it. */
  Expr cast(Expr value, Type to, ParserRuleContext at) {
    Type from = value.type();
    if (from.equals(to) && !(to instanceof Timestamp)) {
      return value;
    }
    if (from == Simple.UNKNOWN) {
      return Conversion.to(to, value, session);
    }
    if (from == Simple.VARCHAR) {
      return fromText(value, to, at);
    }
    if (to == Simple.VARCHAR) {
      return Expr.from(new TextOf(at).sql(value), to, value);
    }
    if (isTime(from) && isTime(to)) {
      return times(value, to, at);
    }
    boolean plain = Numbers.isNumber(from) || from == Simple.BOOLEAN;
    if (plain && (Numbers.isNumber(to) || to == Simple.BOOLEAN)) {
      return number(value, to);
    }
    return nested(value, to, at);
  }

  private Expr fromText(Expr value, Type to, ParserRuleContext at) {
    if (to == Simple.VARBINARY) {
      if (session.options().strictSql()) {
        throw mismatch(value.type(), to, at);
      }
      session.warn(
          Warning.Code.TEXT_AS_VARBINARY,
          Faults.position(at),
          "CAST(text AS varbinary) was read as TO_UTF8(text)");
      return Expr.from("encode(" + value.sql() + ")", to, value);
    }
    if (to == Simple.JSON) {
      return Expr.from("to_json(" + value.sql() + ")", to, value);
    }
    return TextForms.read(value, to).orElseThrow(() -> mismatch(value.type(), to, at));
  }

  private static Expr number(Expr value, Type to) {
    boolean rounds = Numbers.isFloating(value.type()) && Numbers.isInteger(to);
    String sql = rounds ? "round(" + value.sql() + ")" : value.sql();
    if (to == Simple.BOOLEAN) {
      return Expr.from("(" + value.sql() + " <> 0)", to, value);
    }
    if (Numbers.isFloating(value.type()) && to instanceof Decimal decimal) {
      sql = "ff_decimal_text(CAST(" + sql + " AS DOUBLE), " + decimal.scale() + ")";
    }
    return Expr.from("CAST(" + sql + " AS " + to.duck() + ")", to, value);
  }

  private Expr times(Expr value, Type to, ParserRuleContext at) {
    if (to instanceof Zoned zoned) {
      Type kept =
          value.type() instanceof Zoned from ? new Zoned(zoned.precision(), from.zone()) : to;
      return Conversion.to(kept, value, session)
          .as(Conversion.to(kept, value, session).sql(), kept);
    }
    Expr local = Zones.local(value, at);
    if (to == Simple.DATE) {
      return Expr.from("CAST(" + local.sql() + " AS DATE)", to, value);
    }
    Timestamp timestamp = (Timestamp) to;
    String sql = Conversion.to(to, local, session).sql();
    int before = local.type() instanceof Timestamp from ? from.precision() : 0;
    return Expr.from(before > timestamp.precision() ? rounded(sql, timestamp) : sql, to, value);
  }

  /** Rounds half up to the precision's last digit. */
  static String rounded(String sql, Timestamp to) {
    long unit = (long) Math.pow(10, 6 - to.precision());
    return unit == 1
        ? sql
        : "make_timestamp(((epoch_us("
            + sql
            + ") + "
            + unit / 2
            + ") // "
            + unit
            + ") * "
            + unit
            + ")";
  }

  private Expr nested(Expr value, Type to, ParserRuleContext at) {
    if (to == Simple.JSON && !isTime(value.type())) {
      return Expr.from("to_json(" + value.sql() + ")", to, value);
    }
    if (value.type() instanceof Array from && to instanceof Array target) {
      String x = session.fresh("x");
      Expr item = cast(Expr.of(x, from.element()), target.element(), at);
      String sql = "list_transform(" + value.sql() + ", lambda " + x + ": " + item.sql() + ")";
      return Expr.from(sql, to, value);
    }
    if (value.type() instanceof MapOf from && to instanceof MapOf target) {
      String x = session.fresh("x");
      String key = cast(Expr.of(x + ".key", from.key()), target.key(), at).sql();
      String item = cast(Expr.of(x + ".value", from.value()), target.value(), at).sql();
      String sql =
          "map_from_entries(list_transform(map_entries("
              + value.sql()
              + "), lambda "
              + x
              + ": {'key': "
              + key
              + ", 'value': "
              + item
              + "}))";
      return Expr.from(sql, to, value);
    }
    if (value.type() instanceof Row from
        && to instanceof Row target
        && from.fields().size() == target.fields().size()) {
      return row(value, from, target, at);
    }
    throw mismatch(value.type(), to, at);
  }

  private Expr row(Expr value, Row from, Row to, ParserRuleContext at) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < to.fields().size(); i++) {
      Expr field =
          Expr.of(
              "(" + value.sql() + "." + Sql.name(from.duckName(i)) + ")",
              from.fields().get(i).type());
      Expr converted = cast(field, to.fields().get(i).type(), at);
      fields.add(Sql.name(to.duckName(i)) + " := " + converted.sql());
    }
    String sql =
        "CASE WHEN "
            + value.sql()
            + " IS NOT NULL THEN struct_pack("
            + String.join(", ", fields)
            + ") END";
    return Expr.from(sql, to, value);
  }

  private static boolean isTime(Type type) {
    return type == Simple.DATE || type instanceof Timestamp || type instanceof Zoned;
  }

  private static SqlFault mismatch(Type from, Type to, ParserRuleContext at) {
    return Faults.type(at, "Cannot cast " + from.presto() + " to " + to.presto(), "");
  }
}
