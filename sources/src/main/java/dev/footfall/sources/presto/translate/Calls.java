package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.SqlFault.Code;
import dev.footfall.sources.presto.function.Functions;
import dev.footfall.sources.presto.function.Signature;
import dev.footfall.sources.presto.type.Type.Zoned;
import io.trino.grammar.sql.SqlBaseParser.ExpressionContext;
import io.trino.grammar.sql.SqlBaseParser.FunctionCallContext;
import io.trino.grammar.sql.SqlBaseParser.PositionalArgumentContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** Function calls: a rule of their own, a line of the allow-list, or a fault. */
final class Calls {

  private static final Set<String> HASHES = Set.of("md5", "sha1", "sha256");

  private final Expressions expressions;

  Calls(Expressions expressions) {
    this.expressions = expressions;
  }

  Expr of(FunctionCallContext tree) {
    String name = tree.qualifiedName().getText().toLowerCase(Locale.ROOT);
    if (tree.processingMode() != null) {
      throw Faults.unsupported(tree, tree.processingMode().getText() + " " + name, "");
    }
    Call call = new Call(name, arguments(tree), expressions, tree);
    Optional<Rules.Rule> rule = Rules.named(name);
    if (rule.isPresent()) {
      noDecoration(tree, name);
      return rule.get().apply(call);
    }
    if (!Functions.has(name) && !Aggregates.SPECIAL.contains(name)) {
      throw unknown(name, tree);
    }
    boolean scalar =
        Functions.named(name).stream()
            .allMatch(s -> s.kind() == Signature.Kind.SCALAR || s.kind() == Signature.Kind.LOCAL);
    if (scalar && !Aggregates.SPECIAL.contains(name)) {
      noDecoration(tree, name);
      return listed(name, call.all(), tree);
    }
    return new Aggregates(expressions).of(name, call, tree);
  }

  /** A scalar of the allow-list. */
  Expr listed(String name, List<Expr> given, ParserRuleContext at) {
    List<Expr> arguments = new ArrayList<>(given);
    Optional<Signature.Match> match = match(name, arguments);
    if (match.isEmpty() && Functions.named(name).stream().anyMatch(Calls::isLocal)) {
      arguments.replaceAll(a -> a.type() instanceof Zoned ? Zones.local(a, at) : a);
      match = match(name, arguments);
    }
    Signature.Match found = match.orElseThrow(() -> mismatch(name, given, at));
    List<Expr> typed = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      typed.add(Conversion.to(found.arguments().get(i), arguments.get(i), expressions.session()));
    }
    String sql = Marks.at(Faults.position(at), Templates.fill(found.template(), typed));
    Expr result = Expr.from(sql, found.result(), given);
    return HASHES.contains(name) ? result.with(Origin.HASHED) : result;
  }

  private static Optional<Signature.Match> match(String name, List<Expr> arguments) {
    return Functions.match(name, arguments.stream().map(Expr::type).toList());
  }

  private static boolean isLocal(Signature signature) {
    return signature.kind() == Signature.Kind.LOCAL;
  }

  private static List<ExpressionContext> arguments(FunctionCallContext tree) {
    List<ExpressionContext> arguments = new ArrayList<>();
    tree.argument()
        .forEach(
            argument -> {
              if (argument instanceof PositionalArgumentContext positional) {
                arguments.add(positional.expression());
              } else {
                throw Faults.unsupported(argument, "A named argument", "");
              }
            });
    return arguments;
  }

  private static void noDecoration(FunctionCallContext tree, String name) {
    boolean plain =
        tree.over() == null
            && tree.filter() == null
            && tree.orderBy() == null
            && tree.setQuantifier() == null
            && tree.nullTreatment() == null
            && tree.ASTERISK() == null;
    if (!plain) {
      throw Faults.syntax(
          tree, name.toUpperCase(Locale.ROOT) + " is not an aggregate or window function", "");
    }
  }

  static SqlFault mismatch(String name, List<Expr> given, ParserRuleContext at) {
    String types = given.stream().map(e -> e.type().presto()).collect(Collectors.joining(", "));
    String known =
        Functions.named(name).stream()
            .map(Signature::shown)
            .distinct()
            .collect(Collectors.joining(" or "));
    return Faults.type(
        at,
        name.toUpperCase(Locale.ROOT) + " does not take (" + types + ")",
        known.isEmpty() ? "" : "It takes " + known);
  }

  private static SqlFault unknown(String name, FunctionCallContext tree) {
    Set<String> known = new HashSet<>(Functions.names());
    known.addAll(Rules.names());
    known.addAll(Aggregates.SPECIAL);
    return SqlFault.at(
        Faults.position(tree),
        Code.FUNCTION_NOT_FOUND,
        "Function '" + name + "' is unknown or not supported",
        Similar.to(name, known).map(word -> "Did you mean '" + word + "'?").orElse(""));
  }
}
