package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Numbers;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Decimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rounding of decimals: Presto states the type of each result. */
final class Decimals {

  static final Map<String, Rules.Rule> RULES = new HashMap<>();

  static {
    for (String name : List.of("ceil", "ceiling", "floor", "round", "truncate", "mod")) {
      RULES.put(name, Decimals::rounded);
    }
  }

  private Decimals() {}

  private static Expr rounded(Call call) {
    List<Expr> arguments = call.all();
    boolean decimal = arguments.get(0).type() instanceof Decimal;
    if (call.name().equals("mod")) {
      boolean some =
          decimal || (arguments.size() > 1 && arguments.get(1).type() instanceof Decimal);
      boolean floating = arguments.stream().anyMatch(a -> Numbers.isFloating(a.type()));
      return some && !floating && arguments.size() == 2 ? mod(call, arguments) : listed(call);
    }
    if (!decimal || arguments.size() > 2) {
      return listed(call);
    }
    Decimal type = (Decimal) arguments.get(0).type();
    if (arguments.size() == 2) {
      return digits(call, arguments, type);
    }
    boolean truncates = call.name().equals("truncate");
    int whole = type.precision() - type.scale();
    Type result =
        truncates
            ? Decimal.capped(Math.max(whole, 1), 0)
            : Decimal.capped(whole + Math.min(1, type.scale()), 0);
    String function =
        switch (call.name()) {
          case "truncate" -> "trunc";
          case "ceiling" -> "ceil";
          default -> call.name();
        };
    String sql = "CAST(" + function + "(" + arguments.get(0).sql() + ") AS " + result.duck() + ")";
    return Expr.from(sql, result, arguments);
  }

  private static Expr listed(Call call) {
    return new Calls(call.expressions()).listed(call.name(), call.all(), call.tree());
  }

  /** ROUND(x, n) keeps the scale; TRUNCATE(x, n) the whole type. */
  private static Expr digits(Call call, List<Expr> arguments, Decimal type) {
    boolean literal = call.at(1).getText().matches("-?\\d{1,2}");
    boolean rounds = call.name().equals("round");
    if (!literal || !(rounds || call.name().equals("truncate"))) {
      throw literal
          ? Calls.mismatch(call.name(), arguments, call.tree())
          : Faults.unsupported(
              call.at(1), "A computed number of digits for a decimal", "Write a number");
    }
    int n = Integer.parseInt(call.at(1).getText());
    Decimal result = rounds ? Decimal.capped(type.precision() + 1, type.scale()) : type;
    if (n >= type.scale()) {
      return Conversion.to(result, arguments.get(0), call.session());
    }
    String function = rounds ? "round" : "trunc";
    String sql =
        "CAST("
            + function
            + "("
            + arguments.get(0).sql()
            + ", "
            + n
            + ") AS "
            + result.duck()
            + ")";
    return Expr.from(sql, result, arguments);
  }

  private static Expr mod(Call call, List<Expr> arguments) {
    Decimal l = Numbers.asDecimal(arguments.get(0).type());
    Decimal r = Numbers.asDecimal(arguments.get(1).type());
    Decimal type = Numbers.arithmetic('%', l, r);
    String a = Conversion.to(l, arguments.get(0), call.session()).sql();
    String b = Conversion.to(r, arguments.get(1), call.session()).sql();
    call.session().division(Faults.position(call.tree()));
    return Expr.from("CAST((" + a + " % " + b + ") AS " + type.duck() + ")", type, arguments);
  }

  /** AVG of decimals: the sum divided exactly by the count. */
  static Expr average(Expr sum, Expr count, Decimal type) {
    Decimal total = new Decimal(Decimal.MAX_PRECISION, type.scale());
    Expr typed = Expr.of("CAST(" + sum.sql() + " AS " + total.duck() + ")", total);
    Decimal rows = new Decimal(19, 0);
    Expr exact = Expr.of("CAST(" + count.sql() + " AS " + rows.duck() + ")", rows);
    String quotient = Arithmetic.quotient(typed, exact, total, rows, new Decimal(38, type.scale()));
    String sql =
        "CASE WHEN " + count.sql() + " > 0 THEN CAST(" + quotient + " AS " + type.duck() + ") END";
    return Expr.of(sql, type);
  }
}
