package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Options;
import dev.footfall.sources.presto.OutputColumn;
import dev.footfall.sources.presto.Translation;
import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.grammar.sql.SqlBaseParser;
import io.trino.grammar.sql.SqlBaseParser.QueryContext;
import io.trino.grammar.sql.SqlBaseParser.StatementDefaultContext;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;

/** One translation from text to text; make a new one for each query. */
public final class Translator {

  private final Session session;

  public Translator(Options options) {
    this.session = new Session(options);
  }

  public Translation translate(String sql) {
    List<Token> tokens = Statements.oneSelect(new Tokens(session, tokens(sql)).rewritten());
    QueryContext tree = parse(tokens);
    Query query = new Queries(session).top(tree);
    Marks marks = Marks.take(query.sql());
    return new Translation(
        marks.sql(),
        query.columns().stream().map(Translator::column).toList(),
        session.warnings(),
        session.tables(),
        marks.positions(),
        session.divisions());
  }

  private static List<? extends Token> tokens(String sql) {
    SqlBaseLexer lexer = new SqlBaseLexer(CharStreams.fromString(sql));
    lexer.removeErrorListeners();
    lexer.addErrorListener(new SyntaxFaults(List.of()));
    return lexer.getAllTokens();
  }

  private static QueryContext parse(List<Token> tokens) {
    SqlBaseParser parser = new SqlBaseParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.addErrorListener(new SyntaxFaults(tokens));
    var statement = parser.singleStatement().statement();
    if (statement instanceof StatementDefaultContext select) {
      var root = select.rootQueryWithSession();
      if (root.WITH() == null && root.rootQuery().WITH() == null) {
        return root.rootQuery().query();
      }
    }
    throw Statements.onlySelect(statement.getStart(), statement.getStart().getText());
  }

  private static OutputColumn column(Out out) {
    return new OutputColumn(
        out.name(),
        out.type().presto(),
        out.origin().constantText(),
        out.origin().hashed(),
        out.position());
  }
}
