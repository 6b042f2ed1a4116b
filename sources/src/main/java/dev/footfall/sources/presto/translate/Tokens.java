package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Options;
import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.SqlFault.Code;
import dev.footfall.sources.presto.Warning;
import io.trino.grammar.sql.SqlBaseLexer;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Rewrites the token list before parsing: placeholders and tolerances; places stay true. */
final class Tokens {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private final Session session;
  private final List<Token> in;
  private final List<Token> out = new ArrayList<>();
  private Token last = new CommonToken(Token.EOF);
  private int at;

  Tokens(Session session, List<? extends Token> in) {
    this.session = session;
    this.in = List.copyOf(in);
  }

  List<Token> rewritten() {
    for (at = 0; at < in.size(); at++) {
      Token token = in.get(at);
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        out.add(token);
      } else if (isPlaceholder(token)) {
        placeholder(token);
        at++;
      } else {
        tolerant(token);
      }
    }
    return out;
  }

  private void tolerant(Token token) {
    boolean tolerant = !session.options().strictSql();
    if (tolerant && token.getText().equals(",") && last.getType() == SqlBaseLexer.SELECT) {
      session.warn(
          Warning.Code.EXTRA_COMMA,
          Faults.position(token),
          "the comma directly after SELECT was skipped");
      last = token;
    } else if (tolerant
        && token.getType() == SqlBaseLexer.STRING
        && last.getType() == SqlBaseLexer.AS) {
      quotedAlias(token);
    } else {
      add(token);
    }
  }

  private void quotedAlias(Token token) {
    String name = token.getText().substring(1, token.getText().length() - 1).replace("''", "'");
    session.warn(
        Warning.Code.QUOTED_ALIAS,
        Faults.position(token),
        "the alias '" + name + "' was read as a name; names take double quotes");
    add(token(token, SqlBaseLexer.QUOTED_IDENTIFIER, '"' + name.replace("\"", "\"\"") + '"'));
  }

  private boolean isPlaceholder(Token colon) {
    if (!colon.getText().equals(":") || at + 1 >= in.size()) {
      return false;
    }
    Token name = in.get(at + 1);
    return name.getStartIndex() == colon.getStopIndex() + 1
        && Character.isJavaIdentifierStart(name.getText().charAt(0));
  }

  private void placeholder(Token colon) {
    String name = in.get(at + 1).getText().toLowerCase(Locale.ROOT);
    if (!name.equals("window_start") && !name.equals("window_days")) {
      throw SqlFault.at(
          Faults.position(colon),
          Code.SYNTAX_ERROR,
          "Unknown placeholder ':" + name + "'",
          "There are :window_start and :window_days");
    }
    Options.Window window =
        session
            .options()
            .window()
            .orElseThrow(
                () ->
                    SqlFault.at(
                        Faults.position(colon),
                        Code.SYNTAX_ERROR,
                        "':" + name + "' has no value here",
                        "Only an orchestration or --set gives a query its window"));
    if (name.equals("window_start")) {
      ZoneId zone = session.options().zone();
      String start = TIMESTAMP.format(LocalDateTime.ofInstant(window.start(), zone));
      add(token(colon, SqlBaseLexer.TIMESTAMP, "TIMESTAMP"));
      add(token(colon, SqlBaseLexer.STRING, "'" + start + "'"));
    } else if (last.getType() == SqlBaseLexer.INTERVAL) {
      add(token(colon, SqlBaseLexer.STRING, "'" + window.days() + "'"));
    } else {
      add(token(colon, SqlBaseLexer.INTEGER_VALUE, String.valueOf(window.days())));
    }
  }

  private void add(Token token) {
    out.add(token);
    last = token;
  }

  private static Token token(Token place, int type, String text) {
    CommonToken token = new CommonToken(place);
    token.setType(type);
    token.setText(text);
    return token;
  }
}
