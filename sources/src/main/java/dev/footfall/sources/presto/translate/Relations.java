package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.Schema;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.TypeText;
import io.trino.grammar.sql.SqlBaseParser.AliasedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.JoinRelationContext;
import io.trino.grammar.sql.SqlBaseParser.LateralContext;
import io.trino.grammar.sql.SqlBaseParser.ParenthesizedRelationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationContext;
import io.trino.grammar.sql.SqlBaseParser.RelationDefaultContext;
import io.trino.grammar.sql.SqlBaseParser.RelationPrimaryContext;
import io.trino.grammar.sql.SqlBaseParser.SampledRelationContext;
import io.trino.grammar.sql.SqlBaseParser.SubqueryRelationContext;
import io.trino.grammar.sql.SqlBaseParser.TableNameContext;
import io.trino.grammar.sql.SqlBaseParser.UnnestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FROM: tables, subqueries, joins, UNNEST. Every relation gets an alias of our own. */
final class Relations {

  private final Session session;
  private final Env env;

  Relations(Session session, Env env) {
    this.session = session;
    this.env = env;
  }

  /** A FROM clause, with its leading blank; empty without relations. */
  record From(String sql, Scope scope) {}

  /** One relation's SQL and columns. */
  record Relation(String sql, List<Field> fields) {}

  From from(List<RelationContext> trees) {
    List<Field> fields = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    for (RelationContext tree : trees) {
      Relation relation = relation(tree, fields);
      sql.append(sql.isEmpty() ? " FROM " : " CROSS JOIN ").append(relation.sql());
      fields.addAll(relation.fields());
    }
    return new From(sql.toString(), env.outer().inner(fields));
  }

  /** A relation; {@code before} are the columns on its left, which UNNEST and LATERAL may use. */
  Relation relation(RelationContext tree, List<Field> before) {
    if (tree instanceof JoinRelationContext join) {
      return new Joins(session, env, this).join(join, before);
    }
    return sampled(((RelationDefaultContext) tree).sampledRelation(), before);
  }

  Relation sampled(SampledRelationContext tree, List<Field> before) {
    if (tree.TABLESAMPLE() != null) {
      throw Faults.unsupported(tree, "TABLESAMPLE", "Results have to be repeatable");
    }
    if (tree.pivot().PIVOT() != null) {
      throw Faults.unsupported(tree, "PIVOT", "Write CASE inside aggregates");
    }
    var plain = tree.pivot().patternRecognition();
    if (plain.MATCH_RECOGNIZE() != null) {
      throw Faults.unsupported(tree, "MATCH_RECOGNIZE", "");
    }
    AliasedRelationContext aliased = plain.aliasedRelation();
    Relation relation = primary(aliased.relationPrimary(), before);
    if (aliased.identifier() == null) {
      return relation;
    }
    List<String> alias = List.of(Identifiers.name(aliased.identifier()));
    List<String> names =
        aliased.columnAliases() == null
            ? relation.fields().stream().map(Field::name).toList()
            : ColumnAliases.names(aliased.columnAliases(), relation.fields().size());
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fields.add(relation.fields().get(i).within(alias, names.get(i)));
    }
    return new Relation(relation.sql(), fields);
  }

  private Relation primary(RelationPrimaryContext tree, List<Field> before) {
    if (tree instanceof TableNameContext table) {
      return table(table);
    }
    if (tree instanceof SubqueryRelationContext subquery) {
      return derived("", new Queries(session).nested(subquery.query(), env));
    }
    if (tree instanceof LateralContext lateral) {
      Env inside = env.inside(env.outer().inner(before));
      return derived("LATERAL ", new Queries(session).nested(lateral.query(), inside));
    }
    if (tree instanceof ParenthesizedRelationContext brackets) {
      Relation inner = relation(brackets.relation(), before);
      return new Relation("(" + inner.sql() + ")", inner.fields());
    }
    if (tree instanceof UnnestContext unnest) {
      return new Unnests(session, env).unnest(unnest, before);
    }
    throw Faults.unsupported(tree, tree.getStart().getText() + " in FROM", "");
  }

  private Relation derived(String prefix, Query query) {
    String alias = session.fresh("r");
    return new Relation(
        prefix + "(" + query.sql() + ") AS " + alias, query.fields(alias, List.of()));
  }

  private Relation table(TableNameContext tree) {
    if (tree.queryPeriod() != null) {
      throw Faults.unsupported(tree, "FOR ... AS OF", "Read the table <name>_versioned");
    }
    List<String> name = Identifiers.names(tree.qualifiedName());
    Optional<Query> named = env.find(name);
    String alias = session.fresh("r");
    if (named.isPresent()) {
      String sql = Marks.at(Faults.position(tree), named.get().sql()) + " AS " + alias;
      return new Relation(sql, named.get().fields(alias, name));
    }
    Schema.Table table =
        session.options().schema().table(name).orElseThrow(() -> Tables.missing(session, tree));
    session.table(table.name());
    List<Field> fields = table.columns().stream().map(c -> field(alias, table, c)).toList();
    String sql = Marks.at(Faults.position(tree), table.reference()) + " AS " + alias;
    return new Relation(sql, fields);
  }

  private Field field(String alias, Schema.Table table, Schema.Column column) {
    Optional<Type> type = TypeText.read(column.duckType(), session.zone());
    String sql = alias + "." + Sql.name(column.name());
    boolean asIs = type.isEmpty() || sameType(type.get(), column.duckType());
    String read = asIs ? sql : "CAST(" + sql + " AS " + type.get().duck() + ")";
    return new Field(table.name(), column.name(), read, type, Origin.PLAIN);
  }

  private static boolean sameType(Type type, String duckType) {
    return type.duck().equals(duckType) || duckType.equals("TIMESTAMP WITH TIME ZONE");
  }
}
