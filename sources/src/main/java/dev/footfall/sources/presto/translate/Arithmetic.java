package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.type.Numbers;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.Simple;
import io.trino.grammar.sql.SqlBaseParser.ArithmeticBinaryContext;
import io.trino.grammar.sql.SqlBaseParser.ArithmeticUnaryContext;
import java.util.regex.Pattern;

/** {@code + - * / %} on numbers; dates and intervals go to {@link DateArithmetic}. */
final class Arithmetic {

  /** Decimals of up to this many digits are 64-bit numbers in DuckDB, and several times faster. */
  private static final int BIGINT_DIGITS = 18;

  private static final Pattern COLUMN = Pattern.compile("\\w+\\.\"[^\"]+\"");

  private final Expressions expressions;
  private final Session session;

  Arithmetic(Expressions expressions) {
    this.expressions = expressions;
    this.session = expressions.session();
  }

  Expr unary(ArithmeticUnaryContext tree) {
    Expr value = expressions.of(tree.valueExpression());
    boolean interval = value.type() == Simple.DAY_INTERVAL || value.type() == Simple.MONTH_INTERVAL;
    if (!Numbers.isNumber(value.type()) && !interval && value.type() != Simple.UNKNOWN) {
      throw Faults.type(
          tree, "Cannot apply '" + tree.operator.getText() + "' to " + value.type().presto(), "");
    }
    return tree.MINUS() == null ? value : Expr.from("(-" + value.sql() + ")", value.type(), value);
  }

  Expr binary(ArithmeticBinaryContext tree) {
    Expr left = expressions.of(tree.left);
    Expr right = expressions.of(tree.right);
    if (left.type() == Simple.UNKNOWN && Numbers.isNumber(right.type())) {
      left = Conversion.to(right.type(), left, session);
    } else if (right.type() == Simple.UNKNOWN && Numbers.isNumber(left.type())) {
      right = Conversion.to(left.type(), right, session);
    }
    if (Numbers.isNumber(left.type()) && Numbers.isNumber(right.type())) {
      return numbers(tree, left, right);
    }
    return new DateArithmetic(session).binary(tree, left, right);
  }

  private Expr numbers(ArithmeticBinaryContext tree, Expr left, Expr right) {
    char operator = tree.operator.getText().charAt(0);
    Type common =
        Numbers.common(left.type(), right.type()).orElseThrow(() -> mismatch(tree, left, right));
    if (common instanceof Decimal) {
      return decimals(tree, operator, left, right);
    }
    boolean checked = Numbers.isInteger(common) && (operator == '/' || operator == '%');
    if (checked) {
      session.division(Faults.position(tree.operator));
    }
    String l = Conversion.to(common, left, session).sql();
    String r = Conversion.to(common, right, session).sql();
    String sql = "(" + l + " " + (checked && operator == '/' ? "//" : operator) + " " + r + ")";
    if (operator == '%' && Numbers.isFloating(common)) {
      sql = "ff_fmod(" + l + ", " + r + ")";
    }
    String marked = Marks.at(Faults.position(tree.operator), sql);
    return Expr.from("CAST(" + marked + " AS " + common.duck() + ")", common, left, right);
  }

  private Expr decimals(ArithmeticBinaryContext tree, char operator, Expr left, Expr right) {
    Decimal l = Numbers.asDecimal(left.type());
    Decimal r = Numbers.asDecimal(right.type());
    Decimal type = Numbers.arithmetic(operator, l, r);
    if (type.scale() > Decimal.MAX_PRECISION) {
      throw Faults.type(tree, "The product would have more than 38 digits after the point", "");
    }
    Expr a = Conversion.to(l, left, session);
    Expr b = Conversion.to(r, right, session);
    if (operator == '/' || operator == '%') {
      session.division(Faults.position(tree.operator));
    }
    String sql =
        operator == '/'
            ? quotient(a, b, l, r, type)
            : "CAST(("
                + widened(a, type)
                + " "
                + operator
                + " "
                + widened(b, type)
                + ") AS "
                + type.duck()
                + ")";
    return Expr.from(Marks.at(Faults.position(tree.operator), sql), type, left, right);
  }

  /** DuckDB computes with the operands' bits, so a result that needs more gets wider operands. */
  private static String widened(Expr value, Decimal result) {
    Decimal type = (Decimal) value.type();
    boolean narrow = type.precision() <= BIGINT_DIGITS && result.precision() > BIGINT_DIGITS;
    Type wide = new Decimal(Math.max(BIGINT_DIGITS + 1, type.precision()), type.scale());
    return narrow ? "CAST(" + value.sql() + " AS " + wide.duck() + ")" : value.sql();
  }

  /**
   * Divides whole numbers of the last digit and rounds half up, so that the result is exact: {@code
   * left * 10^shift / right}.
   */
  static String quotient(Expr left, Expr right, Decimal l, Decimal r, Decimal type) {
    int shift = type.scale() + r.scale() - l.scale();
    boolean small = l.precision() + shift <= 18 && r.precision() <= 18;
    String whole = small ? "BIGINT" : "HUGEINT";
    String n = whole(left, l.scale(), whole) + (shift == 0 ? "" : " * " + power(shift, whole));
    String d = whole(right, r.scale(), whole);
    String rounded = "ff_round_div(" + n + ", " + d + ")";
    String digits = "CAST(" + rounded + " AS DECIMAL(38,0))";
    return type.scale() == 0
        ? "CAST(" + digits + " AS " + type.duck() + ")"
        : "CAST(" + digits + " * " + unit(type.scale()) + " AS " + type.duck() + ")";
  }

  /** The value counted in units of its last digit. */
  private static String whole(Expr value, int scale, String type) {
    String exact = counted(value.sql(), scale, type);
    int digits = BIGINT_DIGITS - 2 * scale;
    boolean wide = value.type() instanceof Decimal decimal && decimal.precision() > BIGINT_DIGITS;
    boolean column = COLUMN.matcher(Marks.strip(value.sql())).matches();
    if (!wide || !column || scale == 0 || digits < 6) {
      return exact;
    }
    String limit = "CAST('1" + "0".repeat(digits) + "' AS " + value.type().duck() + ")";
    String narrow = "CAST(" + value.sql() + " AS DECIMAL(" + BIGINT_DIGITS + "," + scale + "))";
    return "CASE WHEN abs("
        + value.sql()
        + ") < "
        + limit
        + " THEN CAST("
        + counted(narrow, scale, "BIGINT")
        + " AS "
        + type
        + ") ELSE "
        + exact
        + " END";
  }

  private static String counted(String sql, int scale, String type) {
    return scale == 0
        ? "CAST(" + sql + " AS " + type + ")"
        : "CAST("
            + sql
            + " * CAST(1"
            + "0".repeat(scale)
            + " AS DECIMAL("
            + (scale + 1)
            + ",0)) AS "
            + type
            + ")";
  }

  private static String power(int digits, String type) {
    return "CAST('1" + "0".repeat(digits) + "' AS " + type + ")";
  }

  private static String unit(int scale) {
    return "CAST('0." + "0".repeat(scale - 1) + "1' AS DECIMAL(" + scale + "," + scale + "))";
  }

  static SqlFault mismatch(ArithmeticBinaryContext tree, Expr left, Expr right) {
    return Faults.type(
        tree,
        "Cannot apply '"
            + tree.operator.getText()
            + "' to "
            + left.type().presto()
            + " and "
            + right.type().presto(),
        Conversion.remedy(left.type(), right.type()));
  }
}
