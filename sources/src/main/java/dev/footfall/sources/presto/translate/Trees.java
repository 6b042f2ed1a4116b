package dev.footfall.sources.presto.translate;

import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.ParenthesizedExpressionContext;
import org.antlr.v4.runtime.ParserRuleContext;

/** Looks through the layers of the grammar that say nothing. */
final class Trees {

  private Trees() {}

  /** The innermost rule that stands for the same text, brackets aside. */
  static ParserRuleContext unwrap(ParserRuleContext context) {
    ParserRuleContext now = context;
    while (true) {
      if (now instanceof IdentifierContext) { // a word such as timestamp is a rule of its own
        return now;
      }
      if (now instanceof ParenthesizedExpressionContext brackets) {
        now = brackets.expression();
      } else if (now.getChildCount() == 1 && now.getChild(0) instanceof ParserRuleContext inner) {
        now = inner;
      } else {
        return now;
      }
    }
  }

  /** The innermost rule; brackets count as a rule of their own. */
  static ParserRuleContext innermost(ParserRuleContext context) {
    ParserRuleContext now = context;
    while (!(now instanceof IdentifierContext)
        && now.getChildCount() == 1
        && now.getChild(0) instanceof ParserRuleContext inner) {
      now = inner;
    }
    return now;
  }
}
