package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.SelectAllContext;
import io.trino.grammar.sql.SqlBaseParser.SelectItemContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import io.trino.grammar.sql.SqlBaseParser.SortItemContext;
import io.trino.grammar.sql.SqlBaseParser.WindowDefinitionContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/** One SELECT with FROM, WHERE, GROUP BY, HAVING and its ORDER BY. */
final class Selects {

  private final Session session;
  private final Env env;
  private final boolean top;
  private final List<Item> items = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  /** A select item: the value and the column it becomes. */
  record Item(Expr value, Out out) {}

  Selects(Session session, Env env, boolean top) {
    this.session = session;
    this.env = env;
    this.top = top;
  }

  Query select(QuerySpecificationContext tree, List<SortItemContext> order, boolean sorted) {
    Relations.From from = new Relations(session, env).from(tree.relation());
    Expressions plain = new Expressions(session, env, from.scope());
    Expressions grouping = plain.windows(windows(tree));
    Groups groups = Groups.of(tree, plain);
    Expressions expressions = grouping.grouped(groups.keys());
    tree.selectItem().forEach(item -> add(item, expressions, from.scope()));
    List<Out> outs = items.stream().map(Item::out).toList();
    Optional<Expr> having =
        Optional.ofNullable(tree.having).map(h -> Checks.condition(expressions.of(h), h, "HAVING"));
    String orderBy = new Ordering(session, env).ofItems(order, items, expressions);
    groups.check(items, having, orderBy, tree);
    StringBuilder sql = new StringBuilder("SELECT ");
    sql.append(tree.setQuantifier() == null ? "" : tree.setQuantifier().getText() + " ");
    sql.append(columns()).append(from.sql()).append(where(tree, plain));
    sql.append(groups.sql(items));
    having.ifPresent(condition -> sql.append(" HAVING ").append(condition.sql()));
    sql.append(sorted ? orderBy : "");
    return new Query(sql.toString(), outs);
  }

  private static String where(QuerySpecificationContext tree, Expressions plain) {
    if (tree.where == null) {
      return "";
    }
    Expr condition = Checks.condition(plain.of(tree.where), tree.where, "WHERE");
    Checks.noAggregate(condition, tree.where, "WHERE");
    return " WHERE " + condition.sql();
  }

  private static Map<String, WindowDefinitionContext> windows(QuerySpecificationContext tree) {
    Map<String, WindowDefinitionContext> windows = new HashMap<>();
    tree.windowDefinition()
        .forEach(w -> windows.put(Identifiers.name(w.name).toLowerCase(Locale.ROOT), w));
    return windows;
  }

  private String columns() {
    List<String> columns = new ArrayList<>();
    items.forEach(item -> columns.add(item.value.sql() + " AS " + Sql.name(item.out.key())));
    return String.join(", ", columns);
  }

  private void add(SelectItemContext item, Expressions expressions, Scope scope) {
    if (item instanceof SelectAllContext all) {
      addAll(all, expressions, scope);
      return;
    }
    SelectSingleContext single = (SelectSingleContext) item;
    Expr value = expressions.of(single.expression());
    String name =
        single.identifier() == null
            ? Names.chain(Trees.unwrap(single.expression()))
                .map(chain -> chain.get(chain.size() - 1))
                .orElse("")
            : Identifiers.name(single.identifier());
    add(name, value, Faults.position(single));
  }

  private void addAll(SelectAllContext all, Expressions expressions, Scope scope) {
    List<Field> fields = scope.fields();
    if (all.primaryExpression() != null) {
      List<String> relation =
          Names.chain(all.primaryExpression())
              .orElseThrow(() -> Faults.unsupported(all, "'(row).*'", "Name the fields"));
      fields = scope.of(relation);
      if (fields.isEmpty()) {
        throw Faults.syntax(
            all,
            "No table or alias in this FROM is called '" + String.join(".", relation) + "'",
            "");
      }
    }
    if (fields.isEmpty()) {
      throw Faults.syntax(all, "SELECT * needs a FROM", "");
    }
    List<String> names =
        all.columnAliases() == null
            ? fields.stream().map(Field::name).toList()
            : ColumnAliases.names(all.columnAliases(), fields.size());
    for (int i = 0; i < fields.size(); i++) {
      add(names.get(i), column(fields.get(i), all, expressions), Faults.position(all));
    }
  }

  private static Expr column(Field field, ParserRuleContext at, Expressions expressions) {
    Expr column =
        new Names(new Scope(List.of(field), Optional.empty())).column(List.of(field.name()), at);
    return expressions.settled(column);
  }

  private void add(String name, Expr value, Position place) {
    int index = items.size();
    String label = name.isEmpty() ? "_col" + index : name;
    String key = top ? label : unique(label.toLowerCase(Locale.ROOT));
    String shown = name.isEmpty() && !top ? "" : label;
    items.add(new Item(value, new Out(shown, key, value.type(), value.origin(), place)));
  }

  private String unique(String label) {
    String key = label;
    for (int n = 2; !keys.add(key); n++) {
      key = label + "_" + n;
    }
    return key;
  }
}
