package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Position;
import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.SqlFault.Code;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns the first syntax error into a fault that says what probably went wrong. */
final class SyntaxFaults extends BaseErrorListener {

  private final List<Token> tokens;

  SyntaxFaults(List<Token> tokens) {
    this.tokens = tokens;
  }

  @Override
  public void syntaxError(
      Recognizer<?, ?> recognizer,
      @Nullable Object offending,
      int line,
      int column,
      String message,
      @Nullable RecognitionException cause) {
    Position place = new Position(line, column + 1);
    if (offending instanceof Token token) {
      SyntaxHint hint = SyntaxHint.of(tokens, token);
      throw SqlFault.at(hint.place(), Code.SYNTAX_ERROR, hint.detail(), hint.remedy());
    }
    throw SqlFault.at(place, Code.SYNTAX_ERROR, "Unexpected characters", "");
  }
}
