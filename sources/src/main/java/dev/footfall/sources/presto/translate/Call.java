package dev.footfall.sources.presto.translate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** A function call whose name has a rule of its own; arguments are translated on demand. */
record Call(
    String name,
    List<? extends ParserRuleContext> arguments,
    Expressions expressions,
    ParserRuleContext tree) {

  Session session() {
    return expressions.session();
  }

  ParserRuleContext at(int index) {
    return arguments.get(index);
  }

  Expr of(int index) {
    return expressions.of(arguments.get(index));
  }

  List<Expr> all() {
    return expressions.all(arguments);
  }

  int size() {
    return arguments.size();
  }

  /** The text of a literal argument. */
  Optional<String> text(int index) {
    return of(index).origin().constantText();
  }

  /** The text of an argument that has to be a literal. */
  String literal(int index) {
    return text(index)
        .orElseThrow(
            () ->
                Faults.unsupported(
                    at(index),
                    name.toUpperCase(Locale.ROOT) + " with a computed text",
                    "Write the text as a literal"));
  }

  Call expecting(int least, int most) {
    if (arguments.size() < least || arguments.size() > most) {
      throw Faults.type(
          tree,
          name.toUpperCase(Locale.ROOT)
              + " takes "
              + least
              + (least == most ? "" : " to " + most)
              + " arguments, not "
              + arguments.size(),
          "");
    }
    return this;
  }
}
