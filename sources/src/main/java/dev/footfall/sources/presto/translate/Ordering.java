package dev.footfall.sources.presto.translate;

import io.trino.grammar.sql.SqlBaseParser.SortItemContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** ORDER BY: positions, aliases, expressions; NULLs come last unless said otherwise. */
final class Ordering {

  private final Session session;
  private final Env env;

  Ordering(Session session, Env env) {
    this.session = session;
    this.env = env;
  }

  /** Sorts a SELECT: an alias means its value, other names the columns of FROM. */
  String ofItems(List<SortItemContext> order, List<Selects.Item> items, Expressions expressions) {
    if (order.isEmpty()) {
      return "";
    }
    List<Field> aliases = new ArrayList<>();
    for (Selects.Item item : items) {
      aliases.add(
          new Field(
              List.of(),
              item.out().name(),
              item.value().sql(),
              Optional.of(item.value().type()),
              item.out().origin()));
    }
    boolean groups =
        expressions.isGrouped() || items.stream().anyMatch(item -> item.value().aggregate());
    Expressions inner = expressions.before(aliases);
    List<Out> outs = items.stream().map(Selects.Item::out).toList();
    return sql(
        order,
        outs,
        item -> {
          Expr value = inner.of(item.expression());
          if (groups) {
            List<Use> loose =
                value.loose().stream().filter(use -> !named(outs, use.name())).toList();
            Groups.check(new Expr(value.sql(), value.type(), value.origin(), loose, false, false));
          }
          return value.sql();
        });
  }

  /** Sorts a set operation: only its columns are in sight. */
  String ofColumns(List<SortItemContext> order, List<Out> columns) {
    List<Field> fields =
        columns.stream()
            .map(out -> Field.of(List.of(), out.name(), Sql.name(out.key()), out.type()))
            .toList();
    Expressions inner = new Expressions(session, env, env.outer().inner(fields));
    return sql(order, columns, item -> inner.of(item.expression()).sql());
  }

  private static String sql(
      List<SortItemContext> order, List<Out> outs, Function<SortItemContext, String> value) {
    return order.stream()
        .map(item -> position(item, outs).orElseGet(() -> value.apply(item)) + direction(item))
        .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  static String direction(SortItemContext item) {
    String nulls = item.nullOrdering == null ? "LAST" : item.nullOrdering.getText();
    String way = item.ordering == null ? "ASC" : item.ordering.getText();
    return " " + way.toUpperCase(Locale.ROOT) + " NULLS " + nulls.toUpperCase(Locale.ROOT);
  }

  private static Optional<String> position(SortItemContext item, List<Out> outs) {
    String text = item.expression().getText();
    if (text.chars().allMatch(Character::isDigit)) {
      int ordinal = Integer.parseInt(text);
      if (ordinal < 1 || ordinal > outs.size()) {
        throw Faults.syntax(item, "ORDER BY position " + text + " is not in the select list", "");
      }
      return Optional.of(text);
    }
    Optional<List<String>> chain = Names.chain(Trees.unwrap(item.expression()));
    if (chain.isEmpty() || chain.get().size() != 1) {
      return Optional.empty();
    }
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < outs.size(); i++) {
      if (outs.get(i).name().equalsIgnoreCase(chain.get().get(0))) {
        found.add(i + 1);
      }
    }
    return found.size() == 1 ? Optional.of(String.valueOf(found.get(0))) : Optional.empty();
  }

  private static boolean named(List<Out> outs, String name) {
    return outs.stream().anyMatch(out -> out.name().equalsIgnoreCase(name));
  }
}
