package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.SqlFault;
import io.trino.grammar.sql.SqlBaseParser.CubeContext;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.GroupingElementContext;
import io.trino.grammar.sql.SqlBaseParser.GroupingSetContext;
import io.trino.grammar.sql.SqlBaseParser.MultipleGroupingSetsContext;
import io.trino.grammar.sql.SqlBaseParser.QuerySpecificationContext;
import io.trino.grammar.sql.SqlBaseParser.RollupContext;
import io.trino.grammar.sql.SqlBaseParser.SelectSingleContext;
import io.trino.grammar.sql.SqlBaseParser.SingleGroupingSetContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** GROUP BY, and the rule that other columns stand inside aggregates. */
final class Groups {

  private final boolean present;
  private final String sql;
  private final Set<String> keys;

  private Groups(boolean present, String sql, Set<String> keys) {
    this.present = present;
    this.sql = sql;
    this.keys = Set.copyOf(keys);
  }

  /** The grouping expressions' SQL, without marks. */
  Set<String> keys() {
    return keys;
  }

  String sql(List<Selects.Item> items) {
    return sql;
  }

  static Groups of(QuerySpecificationContext tree, Expressions expressions) {
    if (tree.groupBy() == null) {
      return new Groups(false, "", Set.of());
    }
    if (tree.groupBy().setQuantifier() != null) {
      throw Faults.unsupported(tree.groupBy(), "GROUP BY with DISTINCT or ALL", "");
    }
    Reader reader = new Reader(tree, expressions);
    String sql =
        tree.groupBy().groupingElement().stream()
            .map(reader::element)
            .collect(Collectors.joining(", "));
    return new Groups(true, " GROUP BY " + sql, reader.keys);
  }

  /** Faults when a column is neither grouped nor aggregated although the query groups. */
  void check(
      List<Selects.Item> items,
      Optional<Expr> having,
      String orderBy,
      QuerySpecificationContext tree) {
    boolean groups =
        present || having.isPresent() || items.stream().anyMatch(item -> item.value().aggregate());
    if (!groups) {
      return;
    }
    items.forEach(item -> check(item.value()));
    having.ifPresent(Groups::check);
  }

  static void check(Expr expr) {
    if (!expr.loose().isEmpty()) {
      Use use = expr.loose().get(0);
      throw SqlFault.at(
          use.position(),
          SqlFault.Code.SYNTAX_ERROR,
          "'" + use.name() + "' must be an aggregate expression or appear in GROUP BY",
          "Group by it, or wrap it in MAX, MIN or ARBITRARY");
    }
  }

  /** Reads the elements of one GROUP BY. */
  private static final class Reader {

    private final QuerySpecificationContext tree;
    private final Expressions expressions;
    private final Set<String> keys = new HashSet<>();

    Reader(QuerySpecificationContext tree, Expressions expressions) {
      this.tree = tree;
      this.expressions = expressions;
    }

    String element(GroupingElementContext element) {
      if (element instanceof SingleGroupingSetContext single) {
        return set(single.groupingSet());
      }
      if (element instanceof RollupContext rollup) {
        return "ROLLUP (" + sets(rollup.groupingSet()) + ")";
      }
      if (element instanceof CubeContext cube) {
        return "CUBE (" + sets(cube.groupingSet()) + ")";
      }
      if (element instanceof MultipleGroupingSetsContext several) {
        return "GROUPING SETS (" + sets(several.groupingSet()) + ")";
      }
      throw Faults.unsupported(element, "GROUP BY " + element.getText(), "");
    }

    private String sets(List<GroupingSetContext> sets) {
      return sets.stream().map(this::set).collect(Collectors.joining(", "));
    }

    private String set(GroupingSetContext set) {
      String inner = set.expression().stream().map(this::key).collect(Collectors.joining(", "));
      return set.getStart().getText().equals("(") && set.expression().size() != 1
          ? "(" + inner + ")"
          : inner;
    }

    private String key(ExpressionContext expression) {
      ExpressionContext meant = expression;
      String ordinal = "";
      if (expression.getText().chars().allMatch(Character::isDigit)) {
        ordinal = expression.getText();
        meant = item(Integer.parseInt(ordinal), expression);
      }
      Expr key = expressions.of(meant);
      Checks.noAggregate(key, meant, "GROUP BY");
      keys.add(Marks.strip(key.sql()));
      return ordinal.isEmpty() ? key.sql() : ordinal;
    }

    private ExpressionContext item(int ordinal, ParserRuleContext at) {
      boolean plain =
          tree.selectItem().stream().limit(ordinal).allMatch(SelectSingleContext.class::isInstance);
      if (ordinal < 1 || ordinal > tree.selectItem().size() || !plain) {
        throw Faults.syntax(at, "GROUP BY position " + ordinal + " is not in the select list", "");
      }
      return ((SelectSingleContext) tree.selectItem(ordinal - 1)).expression();
    }
  }
}
