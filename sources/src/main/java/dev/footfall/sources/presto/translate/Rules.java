package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Simple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions that need more than a line of text. */
final class Rules {

  /** Translates a call of one function. */
  @FunctionalInterface
  interface Rule {
    Expr apply(Call call);
  }

  private static final Map<String, Rule> ALL = new HashMap<>();

  static {
    ALL.put(
        "concat", call -> new Concatenation(call.session()).of(call.all(), call.tree(), "CONCAT"));
    ALL.put("if", call -> new Conditionals(call.expressions()).choose(call.all(), call.tree()));
    ALL.put(
        "coalesce", call -> new Conditionals(call.expressions()).coalesce(call.all(), call.tree()));
    ALL.put("nullif", call -> new Conditionals(call.expressions()).nullIf(call.all(), call.tree()));
    for (String extreme : List.of("greatest", "least")) {
      ALL.put(
          extreme,
          call -> new Conditionals(call.expressions()).extreme(extreme, call.all(), call.tree()));
    }
    ALL.put("try", Rules::attempt);
    ALL.put("sha2", Rules::sha2);
    ALL.put("concat_ws", Rules::concatWithSeparator);
    ALL.put("array_join", Rules::arrayJoin);
    ALL.put("json_extract", call -> JsonPaths.extract(call, "json_extract", Simple.JSON));
    ALL.put("json_extract_scalar", call -> JsonPaths.extract(call, "", Simple.VARCHAR));
    ALL.put("map_from_entries", Rules::mapFromEntries);
    ALL.put("map_entries", Rules::mapEntries);
    ALL.put("typeof", call -> Literals.text(call.expecting(1, 1).of(0).type().presto()));
    ALL.putAll(Regexes.RULES);
    ALL.putAll(TimeRules.RULES);
    ALL.putAll(Lambdas.RULES);
    ALL.putAll(Decimals.RULES);
    ALL.put("format", Formats::format);
  }

  private Rules() {}

  static Optional<Rule> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  static Set<String> names() {
    return ALL.keySet();
  }

  private static Expr attempt(Call call) {
    Expr value = call.expecting(1, 1).of(0);
    return value.as(Casts.attempted(value.sql()), value.type());
  }

  /** Spark's function, an extension: text in, lower-case hex out. */
  private static Expr sha2(Call call) {
    Expr text = call.expecting(2, 2).of(0);
    if (!call.at(1).getText().equals("256")) {
      throw Faults.unsupported(call.at(1), "SHA2 with other than 256 bits", "SHA2(text, 256)");
    }
    if (text.type() != Simple.VARCHAR && text.type() != Simple.VARBINARY) {
      throw Calls.mismatch("sha2", call.all(), call.tree());
    }
    return Expr.from("sha256(" + text.sql() + ")", Simple.VARCHAR, text).with(Origin.HASHED);
  }

  private static Expr concatWithSeparator(Call call) {
    List<Expr> all = call.all();
    if (all.size() == 2 && all.get(1).type() instanceof Type.Array) {
      return new Calls(call.expressions()).listed("concat_ws", all, call.tree());
    }
    boolean text = all.size() >= 2 && all.stream().allMatch(a -> isText(a.type()));
    if (!text) {
      throw Calls.mismatch("concat_ws", all, call.tree());
    }
    return Expr.from("concat_ws(" + Templates.join(all) + ")", Simple.VARCHAR, all);
  }

  /** Elements are written as CAST writes them; NULLs are left out or replaced. */
  private static Expr arrayJoin(Call call) {
    List<Expr> all = call.expecting(2, 3).all();
    if (!(all.get(0).type() instanceof Type.Array)
        || !all.subList(1, all.size()).stream().allMatch(a -> isText(a.type()))) {
      throw Calls.mismatch("array_join", all, call.tree());
    }
    Type texts = new Type.Array(Simple.VARCHAR);
    String list = new Casts(call.expressions()).cast(all.get(0), texts, call.tree()).sql();
    if (all.size() == 3) {
      String x = call.session().fresh("x");
      list =
          "list_transform("
              + list
              + ", lambda "
              + x
              + ": coalesce("
              + x
              + ", "
              + all.get(2).sql()
              + "))";
    }
    return Expr.from("ff_join(" + list + ", " + all.get(1).sql() + ")", Simple.VARCHAR, all);
  }

  private static boolean isText(Type type) {
    return type == Simple.VARCHAR || type == Simple.UNKNOWN;
  }

  private static Expr mapFromEntries(Call call) {
    Expr entries = call.expecting(1, 1).of(0);
    if (entries.type() instanceof Type.Array array
        && array.element() instanceof Type.Row row
        && row.fields().size() == 2) {
      Type type = new Type.MapOf(row.fields().get(0).type(), row.fields().get(1).type());
      return Expr.from("map_from_entries(" + entries.sql() + ")", type, entries);
    }
    throw Calls.mismatch("map_from_entries", List.of(entries), call.tree());
  }

  private static Expr mapEntries(Call call) {
    Expr map = call.expecting(1, 1).of(0);
    if (map.type() instanceof Type.MapOf type) {
      Type.Row row =
          new Type.Row(List.of(new Type.Field("", type.key()), new Type.Field("", type.value())));
      String sql =
          "list_transform(map_entries("
              + map.sql()
              + "), lambda e: {'field0': e.key, 'field1': e.value})";
      return Expr.from(sql, new Type.Array(row), map);
    }
    throw Calls.mismatch("map_entries", List.of(map), call.tree());
  }
}
