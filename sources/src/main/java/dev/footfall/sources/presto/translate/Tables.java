package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.SqlFault;
import dev.footfall.sources.presto.SqlFault.Code;
import io.trino.grammar.sql.SqlBaseParser.NamedQueryContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Says which tables of a query are missing: all of them at once, by name. */
final class Tables {

  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> named = new HashSet<>();
  private final Session session;

  private Tables(Session session) {
    this.session = session;
  }

  static SqlFault missing(Session session, TableNameContext first) {
    ParserRuleContext root = first;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Tables tables = new Tables(session);
    String name = first.qualifiedName().getText();
    tables.missing.add(name);
    tables.collectNamed(root);
    tables.collectMissing(root);
    return SqlFault.at(
        Faults.position(first),
        Code.TABLE_NOT_FOUND,
        "Cannot select data from missing tables: " + String.join(", ", tables.missing),
        Similar.to(name, session.options().schema().names())
            .map(word -> "Did you mean '" + word + "'?")
            .orElse(""));
  }

  private void collectNamed(ParseTree tree) {
    if (tree instanceof NamedQueryContext query) {
      named.add(Identifiers.name(query.name).toLowerCase(Locale.ROOT));
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      collectNamed(tree.getChild(i));
    }
  }

  private void collectMissing(ParseTree tree) {
    if (tree instanceof TableNameContext table) {
      var name = Identifiers.names(table.qualifiedName());
      boolean known = name.size() == 1 && named.contains(name.get(0).toLowerCase(Locale.ROOT));
      if (!known && session.options().schema().table(name).isEmpty()) {
        missing.add(String.join(".", name));
      }
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      collectMissing(tree.getChild(i));
    }
  }
}
