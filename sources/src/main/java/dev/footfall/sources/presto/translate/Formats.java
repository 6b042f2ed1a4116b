package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Numbers;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FORMAT with the codes that Java and DuckDB understand alike: %s, %d, %05d, %%. */
final class Formats {

  private static final Pattern CODE = Pattern.compile("%([^a-zA-Z%]*)(.)");

  private Formats() {}

  static Expr format(Call call) {
    String pattern = call.literal(0);
    List<Expr> values = new ArrayList<>(call.all().subList(1, call.size()));
    List<Expr> typed = new ArrayList<>();
    Matcher code = CODE.matcher(pattern);
    while (code.find()) {
      if (code.group(2).equals("%")) {
        continue;
      }
      if (typed.size() == values.size()) {
        throw Faults.type(call.tree(), "FORMAT has more codes than values", "");
      }
      typed.add(value(call, code, values.get(typed.size())));
    }
    String sql = "printf(" + Sql.text(pattern) + (typed.isEmpty() ? "" : ", ");
    return Expr.from(sql + Templates.join(typed) + ")", Simple.VARCHAR, call.all());
  }

  private static Expr value(Call call, Matcher code, Expr value) {
    Type type = value.type();
    String flags = code.group(1);
    return switch (code.group(2)) {
      case "s" -> {
        if (!flags.isEmpty()) {
          throw unsupported(call, code);
        }
        Expr text = new Casts(call.expressions()).cast(value, Simple.VARCHAR, call.tree());
        yield text.as("coalesce(" + text.sql() + ", 'null')", Simple.VARCHAR);
      }
      case "d" -> {
        if (!Numbers.isInteger(type) || !flags.matches("-?0?\\d*")) {
          throw unsupported(call, code);
        }
        yield Conversion.to(Simple.BIGINT, value, call.session());
      }
      default -> throw unsupported(call, code);
    };
  }

  private static RuntimeException unsupported(Call call, Matcher code) {
    return Faults.unsupported(
        call.at(0), "The format code '" + code.group() + "' here", "There are %s and %d");
  }
}
