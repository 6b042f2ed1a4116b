package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Simple;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** JSON_EXTRACT and JSON_EXTRACT_SCALAR along a literal path of names and positions. */
final class JsonPaths {

  private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[\"([^\"]+)\"\\]|\\[(\\d+)\\]");

  private JsonPaths() {}

  static Expr extract(Call call, String function, Type type) {
    Expr json = call.expecting(2, 2).of(0);
    if (json.type() != Simple.JSON && json.type() != Simple.VARCHAR) {
      throw Calls.mismatch(call.name(), call.all(), call.tree());
    }
    String path = Sql.text(duck(call.literal(1), call.at(1)));
    String sql =
        function.isEmpty()
            ? "ff_json_scalar(" + json.sql() + ", " + path + ")"
            : function + "(ff_json(" + json.sql() + "), " + path + ")";
    return Expr.from(Marks.at(Faults.position(call.tree()), sql), type, json);
  }

  private static String duck(String path, ParserRuleContext at) {
    Matcher step = STEP.matcher(path);
    StringBuilder out = new StringBuilder("$");
    int end = path.startsWith("$") ? 1 : -1;
    while (end > 0 && end < path.length() && step.find(end) && step.start() == end) {
      String name = step.group(1) == null ? step.group(2) : step.group(1);
      out.append(name == null ? "[" + step.group(3) + "]" : ".\"" + name + "\"");
      end = step.end();
    }
    if (end != path.length()) {
      throw Faults.unsupported(
          at, "The JSON path '" + path + "'", "Steps are .name, [\"name\"] and [0]");
    }
    return out.toString();
  }
}
