package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Simple;
import io.trino.grammar.sql.SqlBaseBaseVisitor;
import io.trino.grammar.sql.SqlBaseParser.AndContext;
import io.trino.grammar.sql.SqlBaseParser.ArithmeticBinaryContext;
import io.trino.grammar.sql.SqlBaseParser.ArithmeticUnaryContext;
import io.trino.grammar.sql.SqlBaseParser.ArrayConstructorContext;
import io.trino.grammar.sql.SqlBaseParser.AtTimeZoneContext;
import io.trino.grammar.sql.SqlBaseParser.CastContext;
import io.trino.grammar.sql.SqlBaseParser.ColumnReferenceContext;
import io.trino.grammar.sql.SqlBaseParser.ConcatenationContext;
import io.trino.grammar.sql.SqlBaseParser.CurrentDateContext;
import io.trino.grammar.sql.SqlBaseParser.CurrentTimestampContext;
import io.trino.grammar.sql.SqlBaseParser.DereferenceContext;
import io.trino.grammar.sql.SqlBaseParser.ExistsContext;
import io.trino.grammar.sql.SqlBaseParser.ExtractContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.GroupingOperationContext;
import io.trino.grammar.sql.SqlBaseParser.LambdaContext;
import io.trino.grammar.sql.SqlBaseParser.ListaggContext;
import io.trino.grammar.sql.SqlBaseParser.LiteralsContext;
import io.trino.grammar.sql.SqlBaseParser.LocalTimestampContext;
import io.trino.grammar.sql.SqlBaseParser.LogicalNotContext;
import io.trino.grammar.sql.SqlBaseParser.NormalizeContext;
import io.trino.grammar.sql.SqlBaseParser.OrContext;
import io.trino.grammar.sql.SqlBaseParser.ParenthesizedExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.PositionContext;
import io.trino.grammar.sql.SqlBaseParser.PredicatedContext;
import io.trino.grammar.sql.SqlBaseParser.RowConstructorContext;
import io.trino.grammar.sql.SqlBaseParser.SearchedCaseContext;
import io.trino.grammar.sql.SqlBaseParser.SimpleCaseContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.SubscriptContext;
import io.trino.grammar.sql.SqlBaseParser.SubstringContext;
import io.trino.grammar.sql.SqlBaseParser.TrimContext;
import io.trino.grammar.sql.SqlBaseParser.WindowDefinitionContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;

/**
 * Sends each expression to the class that knows its rule. What has no rule is a fault.
 *
 * <p>Long because the grammar has many forms: one visitor, a method of a line or two for each.
 */
final class Expressions extends SqlBaseBaseVisitor<Expr> {

  private final Session session;
  private final Env env;
  private final Scope scope;
  private final Set<String> groupKeys;
  private final Map<String, WindowDefinitionContext> windows;

  Expressions(Session session, Env env, Scope scope) {
    this(session, env, scope, Set.of(), Map.of());
  }

  private Expressions(
      Session session,
      Env env,
      Scope scope,
      Set<String> groupKeys,
      Map<String, WindowDefinitionContext> windows) {
    this.session = session;
    this.env = env;
    this.scope = scope;
    this.groupKeys = groupKeys;
    this.windows = windows;
  }

  Expressions windows(Map<String, WindowDefinitionContext> named) {
    return new Expressions(session, env, scope, groupKeys, named);
  }

  Expressions grouped(Set<String> keys) {
    return new Expressions(session, env, scope, keys, windows);
  }

  /** With nearer columns, such as a lambda's arguments. */
  Expressions before(List<Field> nearest) {
    return new Expressions(session, env, scope.inner(nearest), groupKeys, windows);
  }

  boolean isGrouped() {
    return !groupKeys.isEmpty();
  }

  Session session() {
    return session;
  }

  Names names() {
    return new Names(scope);
  }

  Optional<WindowDefinitionContext> window(String name) {
    return Optional.ofNullable(windows.get(name.toLowerCase(Locale.ROOT)));
  }

  Expr of(ParserRuleContext tree) {
    return settled(tree.accept(this));
  }

  /** A grouping expression's columns are accounted for. */
  Expr settled(Expr expr) {
    return !groupKeys.isEmpty() && groupKeys.contains(Marks.strip(expr.sql()))
        ? expr.grouped()
        : expr;
  }

  List<Expr> all(List<? extends ParserRuleContext> trees) {
    return trees.stream().map(this::of).toList();
  }

  Query subquery(io.trino.grammar.sql.SqlBaseParser.QueryContext tree) {
    return new Queries(session).nested(tree, env.inside(scope));
  }

  @Override
  public Expr visitChildren(RuleNode node) {
    ParserRuleContext tree = (ParserRuleContext) node.getRuleContext();
    if (tree.getChildCount() == 1 && tree.getChild(0) instanceof ParserRuleContext inner) {
      return of(inner);
    }
    throw Faults.unsupported(tree, "'" + tree.getStart().getText() + "' here", "");
  }

  @Override
  public Expr visitLiterals(LiteralsContext tree) {
    return Literals.of(tree.literal());
  }

  @Override
  public Expr visitParenthesizedExpression(ParenthesizedExpressionContext tree) {
    return of(tree.expression());
  }

  @Override
  public Expr visitColumnReference(ColumnReferenceContext tree) {
    return names().column(List.of(Identifiers.name(tree.identifier())), tree);
  }

  @Override
  public Expr visitDereference(DereferenceContext tree) {
    return Names.chain(tree)
        .map(name -> names().column(name, tree))
        .orElseGet(
            () -> Names.field(of(tree.base), Identifiers.name(tree.fieldName), tree.fieldName));
  }

  @Override
  public Expr visitAnd(AndContext tree) {
    return new Predicates(this).logical(tree.booleanExpression(), "AND");
  }

  @Override
  public Expr visitOr(OrContext tree) {
    return new Predicates(this).logical(tree.booleanExpression(), "OR");
  }

  @Override
  public Expr visitLogicalNot(LogicalNotContext tree) {
    Expr value = Checks.condition(of(tree.booleanExpression()), tree, "NOT");
    return Expr.from("(NOT " + value.sql() + ")", Simple.BOOLEAN, value);
  }

  @Override
  public Expr visitPredicated(PredicatedContext tree) {
    return tree.predicate() == null
        ? of(tree.valueExpression())
        : new Predicates(this).of(tree.valueExpression(), tree.predicate());
  }

  @Override
  public Expr visitArithmeticBinary(ArithmeticBinaryContext tree) {
    return new Arithmetic(this).binary(tree);
  }

  @Override
  public Expr visitArithmeticUnary(ArithmeticUnaryContext tree) {
    return new Arithmetic(this).unary(tree);
  }

  @Override
  public Expr visitConcatenation(ConcatenationContext tree) {
    return new Concatenation(session).of(all(tree.valueExpression()), tree, "||");
  }

  @Override
  public Expr visitAtTimeZone(AtTimeZoneContext tree) {
    return new Zones(session).atTimeZone(of(tree.valueExpression()), tree);
  }

  @Override
  public Expr visitCurrentDate(CurrentDateContext tree) {
    return new Zones(session).currentDate();
  }

  @Override
  public Expr visitCurrentTimestamp(CurrentTimestampContext tree) {
    return new Zones(session).now(precision(tree.precision));
  }

  @Override
  public Expr visitLocalTimestamp(LocalTimestampContext tree) {
    return new Zones(session).localNow(precision(tree.precision));
  }

  private static int precision(
      org.antlr.v4.runtime.@org.jspecify.annotations.Nullable Token token) {
    return token == null ? 3 : Math.min(6, Integer.parseInt(token.getText()));
  }

  @Override
  public Expr visitCast(CastContext tree) {
    return new Casts(this).of(tree);
  }

  @Override
  public Expr visitSimpleCase(SimpleCaseContext tree) {
    return new Conditionals(this).simpleCase(tree);
  }

  @Override
  public Expr visitSearchedCase(SearchedCaseContext tree) {
    return new Conditionals(this).searchedCase(tree);
  }

  @Override
  public Expr visitFunctionCall(FunctionCallContext tree) {
    return new Calls(this).of(tree);
  }

  @Override
  public Expr visitListagg(ListaggContext tree) {
    return new Aggregates(this).listagg(tree);
  }

  @Override
  public Expr visitGroupingOperation(GroupingOperationContext tree) {
    List<Expr> columns =
        tree.qualifiedName().stream()
            .map(name -> settled(names().column(Identifiers.names(name), name)))
            .toList();
    String sql = "CAST(grouping(" + Templates.join(columns) + ") AS INTEGER)";
    return Expr.from(sql, Simple.INTEGER, columns).aggregated();
  }

  @Override
  public Expr visitLambda(LambdaContext tree) {
    throw Faults.unsupported(tree, "A lambda here", "");
  }

  @Override
  public Expr visitSubqueryExpression(SubqueryExpressionContext tree) {
    Query query = subquery(tree.query());
    if (query.columns().size() != 1) {
      throw Faults.type(
          tree, "A scalar subquery needs one column, not " + query.columns().size(), "");
    }
    String sql = Marks.at(Faults.position(tree), "(" + query.sql() + ")");
    return Expr.of(sql, query.columns().get(0).type()).with(query.columns().get(0).origin());
  }

  @Override
  public Expr visitExists(ExistsContext tree) {
    return Expr.of("EXISTS (" + subquery(tree.query()).sql() + ")", Simple.BOOLEAN);
  }

  @Override
  public Expr visitArrayConstructor(ArrayConstructorContext tree) {
    List<Expr> items = all(tree.expression());
    var type = items.isEmpty() ? Simple.UNKNOWN : Conversion.common(items, tree, "an array");
    String list = Templates.join(Conversion.toAll(type, items, session));
    return Expr.from("CAST([" + list + "] AS " + type.duck() + "[])", new Array(type), items);
  }

  @Override
  public Expr visitRowConstructor(RowConstructorContext tree) {
    return Rows.row(tree, this);
  }

  @Override
  public Expr visitSubscript(SubscriptContext tree) {
    return new Collections(this).subscript(tree);
  }

  @Override
  public Expr visitTrim(TrimContext tree) {
    String way = tree.trimsSpecification() == null ? "both" : tree.trimsSpecification().getText();
    String function =
        switch (way.toLowerCase(Locale.ROOT)) {
          case "leading" -> "ltrim";
          case "trailing" -> "rtrim";
          default -> "trim";
        };
    List<ParserRuleContext> arguments =
        tree.trimChar == null ? List.of(tree.trimSource) : List.of(tree.trimSource, tree.trimChar);
    return new Calls(this).listed(function, all(arguments), tree);
  }

  @Override
  public Expr visitSubstring(SubstringContext tree) {
    return new Calls(this).listed("substring", all(tree.valueExpression()), tree);
  }

  @Override
  public Expr visitPosition(PositionContext tree) {
    List<Expr> both = all(tree.valueExpression());
    return new Calls(this).listed("strpos", List.of(both.get(1), both.get(0)), tree);
  }

  @Override
  public Expr visitNormalize(NormalizeContext tree) {
    if (tree.normalForm() != null && !tree.normalForm().getText().equalsIgnoreCase("NFC")) {
      throw Faults.unsupported(tree, "NORMALIZE(..., " + tree.normalForm().getText() + ")", "");
    }
    return new Calls(this).listed("normalize", List.of(of(tree.valueExpression())), tree);
  }

  @Override
  public Expr visitExtract(ExtractContext tree) {
    return new Times(this).extract(tree);
  }
}
