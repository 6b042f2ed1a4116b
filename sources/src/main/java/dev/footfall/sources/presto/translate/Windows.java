package dev.footfall.sources.presto.translate;

import io.trino.grammar.sql.SqlBaseParser.BoundedFrameContext;
import io.trino.grammar.sql.SqlBaseParser.CurrentRowBoundContext;
import io.trino.grammar.sql.SqlBaseParser.FrameBoundContext;
import io.trino.grammar.sql.SqlBaseParser.FrameExtentContext;
import io.trino.grammar.sql.SqlBaseParser.OverContext;
import io.trino.grammar.sql.SqlBaseParser.UnboundedFrameContext;
import io.trino.grammar.sql.SqlBaseParser.WindowSpecificationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** OVER (...): partition, order and frame; named windows are written out. */
final class Windows {

  private final Expressions expressions;
  private final List<Expr> parts = new ArrayList<>();

  Windows(Expressions expressions) {
    this.expressions = expressions;
  }

  /** The expressions of the window, for what they use. */
  List<Expr> parts() {
    return parts;
  }

  String over(OverContext tree) {
    if (tree.windowName == null) {
      return " OVER (" + specification(tree.windowSpecification()) + ")";
    }
    String name = Identifiers.name(tree.windowName);
    WindowSpecificationContext named =
        expressions
            .window(name)
            .orElseThrow(() -> Faults.syntax(tree, "There is no WINDOW '" + name + "'", ""))
            .windowSpecification();
    return " OVER (" + specification(named) + ")";
  }

  private String specification(WindowSpecificationContext tree) {
    if (tree.existingWindowName != null) {
      throw Faults.unsupported(tree, "A window built on another one", "Write it out");
    }
    List<String> clauses = new ArrayList<>();
    if (!tree.partition.isEmpty()) {
      List<Expr> keys = expressions.all(tree.partition);
      parts.addAll(keys);
      clauses.add("PARTITION BY " + Templates.join(keys));
    }
    if (tree.orderBy() != null) {
      clauses.add(
          tree.orderBy().sortItem().stream()
              .map(
                  item -> {
                    Expr key = expressions.of(item.expression());
                    parts.add(key);
                    return key.sql() + Ordering.direction(item);
                  })
              .collect(Collectors.joining(", ", "ORDER BY ", "")));
    }
    if (tree.windowFrame() != null) {
      if (tree.windowFrame().getChildCount() != 1) {
        throw Faults.unsupported(tree.windowFrame(), "Row patterns in a window", "");
      }
      clauses.add(frame(tree.windowFrame().frameExtent()));
    }
    return String.join(" ", clauses);
  }

  private String frame(FrameExtentContext tree) {
    String type = tree.frameType.getText().toUpperCase(Locale.ROOT);
    return tree.end == null
        ? type + " " + bound(tree.start)
        : type + " BETWEEN " + bound(tree.start) + " AND " + bound(tree.end);
  }

  private String bound(FrameBoundContext tree) {
    if (tree instanceof UnboundedFrameContext unbounded) {
      return "UNBOUNDED " + unbounded.boundType.getText().toUpperCase(Locale.ROOT);
    }
    if (tree instanceof CurrentRowBoundContext) {
      return "CURRENT ROW";
    }
    BoundedFrameContext bounded = (BoundedFrameContext) tree;
    Expr distance = expressions.of(bounded.expression());
    return distance.sql() + " " + bounded.boundType.getText().toUpperCase(Locale.ROOT);
  }
}
