package dev.footfall.sources.presto.type;

import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Field;
import dev.footfall.sources.presto.type.Type.MapOf;
import dev.footfall.sources.presto.type.Type.Row;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which types Presto converts by itself: never text to a number, a date or back. */
public final class Coercion {

  private Coercion() {}

  /** The type both convert to without being told; empty when the user has to cast. */
  public static Optional<Type> common(Type left, Type right) {
    if (left.equals(right) || right == Simple.UNKNOWN) {
      return Optional.of(left);
    }
    if (left == Simple.UNKNOWN) {
      return Optional.of(right);
    }
    if (left instanceof Array a && right instanceof Array b) {
      return common(a.element(), b.element()).map(Array::new);
    }
    if (left instanceof MapOf a && right instanceof MapOf b) {
      return common(a.key(), b.key())
          .flatMap(key -> common(a.value(), b.value()).map(value -> new MapOf(key, value)));
    }
    if (left instanceof Row a && right instanceof Row b) {
      return rows(a, b);
    }
    return Numbers.common(left, right).or(() -> times(left, right));
  }

  /** Whether a value of one type is taken where another is wanted. */
  public static boolean fits(Type from, Type to) {
    if (from instanceof Type.Decimal && to instanceof Type.Decimal) {
      return true;
    }
    return common(from, to).map(c -> c.equals(to) || sameButForPrecision(c, to)).orElse(false);
  }

  private static boolean sameButForPrecision(Type common, Type wanted) {
    return common.duck().equals(wanted.duck()) && !(common instanceof Row);
  }

  private static Optional<Type> rows(Row left, Row right) {
    if (left.fields().size() != right.fields().size()) {
      return Optional.empty();
    }
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < left.fields().size(); i++) {
      Field a = left.fields().get(i);
      Field b = right.fields().get(i);
      Optional<Type> type = common(a.type(), b.type());
      if (type.isEmpty()) {
        return Optional.empty();
      }
      fields.add(new Field(a.name().equalsIgnoreCase(b.name()) ? a.name() : "", type.get()));
    }
    return Optional.of(new Row(fields));
  }

  private static Optional<Type> times(Type left, Type right) {
    if (rank(left) == 0 || rank(right) == 0) {
      return Optional.empty();
    }
    int precision = Math.max(precision(left), precision(right));
    return switch (Math.max(rank(left), rank(right))) {
      case 3 -> Optional.of(new Zoned(precision, zone(left, right)));
      case 2 -> Optional.of(new Timestamp(precision));
      default -> Optional.of(Simple.DATE);
    };
  }

  private static Optional<String> zone(Type left, Type right) {
    if (left instanceof Zoned a && right instanceof Zoned b) {
      return a.zone().equals(b.zone()) ? a.zone() : Optional.empty();
    }
    return Optional.empty();
  }

  private static int rank(Type type) {
    if (type == Simple.DATE) {
      return 1;
    }
    return type instanceof Timestamp ? 2 : type instanceof Zoned ? 3 : 0;
  }

  private static int precision(Type type) {
    return type instanceof Timestamp t
        ? t.precision()
        : type instanceof Zoned z ? z.precision() : 0;
  }
}
