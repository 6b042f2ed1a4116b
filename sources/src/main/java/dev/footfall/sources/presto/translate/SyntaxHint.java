package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;
import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlKeywords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** The usual slips behind a syntax error, with the place where they happened. */
record SyntaxHint(Position place, String detail, String remedy) {

  private static final Set<String> KEYWORDS = SqlKeywords.sqlKeywords();
  private static final Set<String> AFTER_LISTS = Set.of("FROM", "SELECT", "WHERE", "GROUP");
  private static final Map<String, String> PER_WORD =
      Map.of(
          "#", "Comments start with --",
          "`", "Names with special characters take double quotes",
          "'", "A text is not closed: its second quote is missing",
          "\"", "A name is not closed: its second double quote is missing",
          ",", "There is one comma too many, or a column is missing before it",
          "-", "A name with a hyphen takes double quotes");

  static SyntaxHint of(List<Token> all, Token wrong) {
    List<Token> words = all.stream().filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL).toList();
    int at = words.indexOf(wrong);
    String text = wrong.getType() == Token.EOF ? "the end" : "'" + wrong.getText() + "'";
    String detail = "Unexpected " + text;
    Position place = Faults.position(wrong);
    if (at < 0) {
      return new SyntaxHint(place, detail, "The query ends too early: is a bracket open?");
    }
    if (isMissingDot(words, at)) {
      Token second = words.get(at - 1);
      String pair = words.get(at - 2).getText() + "." + second.getText();
      return new SyntaxHint(
          Faults.position(second),
          detail + " after '" + second.getText() + "'",
          "Two names side by side: is it '" + pair + "', or is a comma missing?");
    }
    return new SyntaxHint(place, detail, remedy(words, at));
  }

  private static String remedy(List<Token> words, int at) {
    String word = words.get(at).getText();
    String before = at == 0 ? "" : words.get(at - 1).getText().toUpperCase(Locale.ROOT);
    String known = PER_WORD.getOrDefault(word, "");
    if (!known.isEmpty()) {
      return known;
    }
    if (before.equals("TOP")) {
      return "Write LIMIT at the end";
    }
    if (before.equals("=") && word.equals("=")) {
      return "Equality is one =";
    }
    if (before.equals(",") && AFTER_LISTS.contains(word.toUpperCase(Locale.ROOT))) {
      return "The comma before " + word.toUpperCase(Locale.ROOT) + " is one too many";
    }
    if (words.get(at).getType() == SqlBaseLexer.STRING && before.equals("AS")) {
      return "A name takes double quotes, not single ones";
    }
    return isReserved(words.get(at)) ? reserved(word) : "";
  }

  private static boolean isMissingDot(List<Token> words, int at) {
    return at >= 2
        && words.get(at).getType() == SqlBaseLexer.AS
        && isName(words.get(at - 1))
        && isName(words.get(at - 2));
  }

  private static boolean isName(Token token) {
    return token.getType() == SqlBaseLexer.IDENTIFIER
        || token.getType() == SqlBaseLexer.QUOTED_IDENTIFIER;
  }

  private static boolean isReserved(Token token) {
    return !isName(token) && KEYWORDS.contains(token.getText().toUpperCase(Locale.ROOT));
  }

  private static String reserved(String word) {
    return "'"
        + word
        + "' is a word of SQL itself: as a name it takes double quotes, or choose another name";
  }
}
