package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;
import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.SqlFault.Code;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Lets one single SELECT through, and nothing that changes or shows anything else. */
final class Statements {

  private static final Set<String> SELECTS = Set.of("SELECT", "WITH", "(", "VALUES", "TABLE");
  private static final Set<String> OTHERS =
      Set.of(
          ("ALTER ANALYZE ATTACH BEGIN CALL COMMENT COMMIT COPY CREATE DEALLOCATE DELETE DENY DESC"
                  + " DESCRIBE DETACH DROP EXECUTE EXPLAIN EXPORT GRANT IMPORT INSERT INSTALL LOAD"
                  + " MERGE PIVOT PRAGMA PREPARE REFRESH RESET REVOKE ROLLBACK SET SHOW START"
                  + " SUMMARIZE TRUNCATE UPDATE USE VACUUM")
              .split(" "));

  private Statements() {}

  /** Brackets inside brackets beyond this are no query a person wrote. */
  private static final int DEEPEST = 300;

  /** The tokens without the final semicolon. */
  static List<Token> oneSelect(List<Token> tokens) {
    List<Token> words =
        tokens.stream().filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL).toList();
    if (words.isEmpty()) {
      throw new SqlFault(
          Code.SYNTAX_ERROR,
          Optional.of(new Position(1, 1)),
          "The query is empty",
          "Write one SELECT");
    }
    Token first = words.get(0);
    String word = first.getText().toUpperCase(Locale.ROOT);
    if (!SELECTS.contains(word) && OTHERS.contains(word)) {
      throw onlySelect(first, word);
    }
    for (int i = 0; i < words.size() - 1; i++) {
      if (words.get(i).getText().equals(";")) {
        throw onlySelect(words.get(i + 1), "a second statement");
      }
    }
    checkDepth(words);
    return tokens.stream().filter(token -> !token.getText().equals(";")).toList();
  }

  private static void checkDepth(List<Token> words) {
    int depth = 0;
    for (Token word : words) {
      depth += word.getText().equals("(") ? 1 : word.getText().equals(")") ? -1 : 0;
      if (depth > DEEPEST) {
        throw SqlFault.at(
            Faults.position(word), Code.UNSUPPORTED_SQL, "The query is nested too deeply", "");
      }
    }
  }

  static SqlFault onlySelect(Token at, String what) {
    return SqlFault.at(
        Faults.position(at),
        Code.ONLY_SELECT_ALLOWED,
        "Only one SELECT is allowed, not " + what,
        "A query reads the tables; it changes nothing");
  }
}
