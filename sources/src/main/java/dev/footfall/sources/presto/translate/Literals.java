package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.BooleanLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.DecimalLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.DoubleLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.IntervalLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.LiteralContext;
import io.trino.grammar.sql.SqlBaseParser.NullLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.NumberContext;
import io.trino.grammar.sql.SqlBaseParser.NumericLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.StringLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.TypeConstructorContext;
import java.math.BigInteger;
import java.util.Locale;

/** Texts, numbers, truth values, NULL, dates and intervals. */
final class Literals {

  private Literals() {}

  static Expr of(LiteralContext tree) {
    if (tree instanceof StringLiteralContext text) {
      return text(Identifiers.text(text.string()));
    }
    if (tree instanceof NumericLiteralContext number) {
      return number(number.number());
    }
    if (tree instanceof BooleanLiteralContext) {
      return Expr.of(tree.getText().toUpperCase(Locale.ROOT), Simple.BOOLEAN);
    }
    if (tree instanceof NullLiteralContext) {
      return Expr.of("NULL", Simple.UNKNOWN);
    }
    if (tree instanceof IntervalLiteralContext interval) {
      return Intervals.literal(interval.interval());
    }
    if (tree instanceof TypeConstructorContext typed) {
      return TimeLiterals.of(typed);
    }
    String bytes = tree.getText().replaceAll("[Xx'\\s]", "");
    return Expr.of("unhex('" + bytes + "')", Simple.VARBINARY);
  }

  static Expr text(String value) {
    return Expr.of(Sql.text(value), Simple.VARCHAR).with(Origin.text(value));
  }

  private static Expr number(NumberContext tree) {
    String text = tree.getText().replace("_", "");
    if (tree instanceof DoubleLiteralContext) {
      return Expr.of("CAST('" + text + "' AS DOUBLE)", Simple.DOUBLE);
    }
    if (tree instanceof DecimalLiteralContext) {
      return decimal(text, tree);
    }
    return integer(text, tree);
  }

  private static Expr integer(String text, NumberContext tree) {
    if (!text.matches("-?\\d+")) {
      throw Faults.unsupported(tree, "The number '" + text + "'", "Write it in decimal");
    }
    BigInteger value = new BigInteger(text);
    Type type = value.bitLength() < 32 ? Simple.INTEGER : Simple.BIGINT;
    if (value.bitLength() > 63) {
      throw Faults.type(tree, "The number " + text + " is too large for BIGINT", "DECIMAL '...'");
    }
    String sql = type == Simple.INTEGER ? text : "CAST(" + text + " AS BIGINT)";
    return Expr.of(text.startsWith("-") ? "(" + sql + ")" : sql, type);
  }

  static Expr decimal(String text, org.antlr.v4.runtime.ParserRuleContext at) {
    String digits = text.replaceFirst("^[+-]", "");
    int point = digits.indexOf('.');
    String whole = (point < 0 ? digits : digits.substring(0, point)).replaceFirst("^0+", "");
    int scale = point < 0 ? 0 : digits.length() - point - 1;
    int precision = Math.max(1, whole.length() + scale);
    if (precision > Decimal.MAX_PRECISION) {
      throw Faults.type(at, "The number has more than 38 digits", "");
    }
    Type type = new Decimal(precision, scale);
    return Expr.of("CAST('" + text + "' AS " + type.duck() + ")", type);
  }
}
