package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;
import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.SqlFault.Code;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Makes faults at a place of the parse tree. */
final class Faults {

  private Faults() {}

  static Position position(Token token) {
    return new Position(token.getLine(), token.getCharPositionInLine() + 1);
  }

  static Position position(ParserRuleContext context) {
    return position(context.getStart());
  }

  static SqlFault syntax(ParserRuleContext at, String detail, String remedy) {
    return SqlFault.at(position(at), Code.SYNTAX_ERROR, detail, remedy);
  }

  static SqlFault type(ParserRuleContext at, String detail, String remedy) {
    return SqlFault.at(position(at), Code.TYPE_MISMATCH, detail, remedy);
  }

  static SqlFault unsupported(ParserRuleContext at, String what, String remedy) {
    return SqlFault.at(position(at), Code.UNSUPPORTED_SQL, what + " is not supported", remedy);
  }
}
