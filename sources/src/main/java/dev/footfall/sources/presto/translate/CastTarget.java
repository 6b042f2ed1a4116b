package dev.footfall.sources.presto.translate;

import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.Field;
import dev.footfall.sources.presto.type.Type.MapOf;
import dev.footfall.sources.presto.type.Type.Row;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import io.trino.grammar.sql.SqlBaseParser.ArrayTypeContext;
import io.trino.grammar.sql.SqlBaseParser.DateTimeTypeContext;
import io.trino.grammar.sql.SqlBaseParser.DoublePrecisionTypeContext;
import io.trino.grammar.sql.SqlBaseParser.GenericTypeContext;
import io.trino.grammar.sql.SqlBaseParser.LegacyArrayTypeContext;
import io.trino.grammar.sql.SqlBaseParser.LegacyMapTypeContext;
import io.trino.grammar.sql.SqlBaseParser.RowTypeContext;
import io.trino.grammar.sql.SqlBaseParser.TypeContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The type named in a CAST; a length counts for {@code varchar(n)} only. */
record CastTarget(Type type, OptionalInt length) {

  static CastTarget read(TypeContext tree, Session session) {
    if (tree instanceof GenericTypeContext generic && isVarchar(generic)) {
      return new CastTarget(
          Simple.VARCHAR,
          generic.typeParameter().isEmpty()
              ? OptionalInt.empty()
              : OptionalInt.of(Integer.parseInt(generic.typeParameter(0).getText())));
    }
    return new CastTarget(type(tree, session), OptionalInt.empty());
  }

  private static boolean isVarchar(GenericTypeContext tree) {
    return tree.identifier().getText().equalsIgnoreCase("varchar");
  }

  private static Type type(TypeContext tree, Session session) {
    if (tree instanceof GenericTypeContext generic) {
      return generic(generic, session);
    }
    if (tree instanceof DateTimeTypeContext time) {
      return time(time, session);
    }
    if (tree instanceof DoublePrecisionTypeContext) {
      return Simple.DOUBLE;
    }
    if (tree instanceof ArrayTypeContext array) {
      return new Array(type(array.type(), session));
    }
    if (tree instanceof LegacyArrayTypeContext array) {
      return new Array(type(array.type(), session));
    }
    if (tree instanceof LegacyMapTypeContext map) {
      return new MapOf(type(map.keyType, session), type(map.valueType, session));
    }
    if (tree instanceof RowTypeContext row) {
      return new Row(
          row.rowField().stream()
              .map(
                  field ->
                      new Field(
                          field.identifier() == null ? "" : Identifiers.name(field.identifier()),
                          type(field.type(), session)))
              .toList());
    }
    throw Faults.unsupported(tree, "The type " + tree.getText(), "");
  }

  private static Type generic(GenericTypeContext tree, Session session) {
    String name = tree.identifier().getText().toLowerCase(Locale.ROOT);
    List<TypeContext> inner =
        tree.typeParameter().stream()
            .filter(parameter -> parameter.type() != null)
            .map(parameter -> parameter.type())
            .toList();
    return switch (name) {
      case "boolean" -> Simple.BOOLEAN;
      case "tinyint" -> Simple.TINYINT;
      case "smallint" -> Simple.SMALLINT;
      case "integer", "int" -> Simple.INTEGER;
      case "bigint" -> Simple.BIGINT;
      case "real" -> Simple.REAL;
      case "double" -> Simple.DOUBLE;
      case "varchar" -> Simple.VARCHAR;
      case "varbinary" -> Simple.VARBINARY;
      case "date" -> Simple.DATE;
      case "json" -> Simple.JSON;
      case "uuid" -> Simple.UUID;
      case "decimal", "dec", "numeric" -> decimal(tree);
      case "array" -> new Array(type(inner.get(0), session));
      case "map" -> new MapOf(type(inner.get(0), session), type(inner.get(1), session));
      default -> throw Faults.unsupported(tree, "The type " + tree.getText(), "");
    };
  }

  private static Type decimal(GenericTypeContext tree) {
    List<Integer> digits =
        tree.typeParameter().stream().map(p -> Integer.parseInt(p.getText())).toList();
    int precision = digits.isEmpty() ? Decimal.MAX_PRECISION : digits.get(0);
    int scale = digits.size() < 2 ? 0 : digits.get(1);
    if (precision < 1 || precision > Decimal.MAX_PRECISION || scale > precision) {
      throw Faults.type(tree, tree.getText() + " is not a type", "At most 38 digits");
    }
    return new Decimal(precision, scale);
  }

  private static Type time(DateTimeTypeContext tree, Session session) {
    if (tree.base.getText().equalsIgnoreCase("time")) {
      throw Faults.unsupported(tree, "The type TIME", "");
    }
    int precision = tree.precision == null ? 3 : Integer.parseInt(tree.precision.getText());
    if (precision > 6) {
      throw Faults.unsupported(tree, "A precision beyond microseconds", "TIMESTAMP(6)");
    }
    return tree.WITH() == null
        ? new Timestamp(precision)
        : new Zoned(precision, Optional.of(session.zone()));
  }
}
