package dev.footfall.sources.presto.translate;

import io.trino.grammar.sql.SqlBaseParser.BackQuotedIdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.BasicStringLiteralContext;
import io.trino.grammar.sql.SqlBaseParser.DigitIdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.IdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.QualifiedNameContext;
import io.trino.grammar.sql.SqlBaseParser.QuotedIdentifierContext;
import io.trino.grammar.sql.SqlBaseParser.StringContext;
import java.util.List;

/** Reads names and texts out of the parse tree. */
final class Identifiers {

  private Identifiers() {}

  static String name(IdentifierContext context) {
    if (context instanceof QuotedIdentifierContext quoted) {
      String text = quoted.getText();
      return text.substring(1, text.length() - 1).replace("\"\"", "\"");
    }
    if (context instanceof BackQuotedIdentifierContext) {
      throw Faults.syntax(
          context,
          "Back quotes are not Presto",
          "Names with special characters take double quotes");
    }
    if (context instanceof DigitIdentifierContext) {
      throw Faults.syntax(context, "A name cannot start with a digit", "Put it into double quotes");
    }
    return context.getText();
  }

  static List<String> names(QualifiedNameContext context) {
    return context.identifier().stream().map(Identifiers::name).toList();
  }

  static String text(StringContext context) {
    if (context instanceof BasicStringLiteralContext) {
      String text = context.getText();
      return text.substring(1, text.length() - 1).replace("''", "'");
    }
    throw Faults.unsupported(context, "The literal U&'...'", "Write the characters themselves");
  }
}
