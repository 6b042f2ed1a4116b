package dev.footfall.sources.presto.type;

import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.Simple;
import java.util.Optional;

/** Presto's rules for numeric types: which one holds two, and what arithmetic gives. */
public final class Numbers {

  private Numbers() {}

  public static boolean isInteger(Type type) {
    return type == Simple.TINYINT
        || type == Simple.SMALLINT
        || type == Simple.INTEGER
        || type == Simple.BIGINT;
  }

  public static boolean isFloating(Type type) {
    return type == Simple.REAL || type == Simple.DOUBLE;
  }

  public static boolean isNumber(Type type) {
    return isInteger(type) || isFloating(type) || type instanceof Decimal;
  }

  /** An integer or decimal type seen as decimal. */
  public static Decimal asDecimal(Type type) {
    if (type instanceof Decimal decimal) {
      return decimal;
    }
    return switch ((Simple) type) {
      case TINYINT -> new Decimal(3, 0);
      case SMALLINT -> new Decimal(5, 0);
      case INTEGER -> new Decimal(10, 0);
      default -> new Decimal(19, 0);
    };
  }

  /** The smallest type both sides convert to; empty unless both are numbers. */
  public static Optional<Type> common(Type left, Type right) {
    if (!isNumber(left) || !isNumber(right)) {
      return Optional.empty();
    }
    if (isInteger(left) && isInteger(right)) {
      return Optional.of(((Simple) left).compareTo((Simple) right) >= 0 ? left : right);
    }
    if (isFloating(left) || isFloating(right)) {
      boolean real = left != Simple.DOUBLE && right != Simple.DOUBLE;
      return Optional.of(real ? Simple.REAL : Simple.DOUBLE);
    }
    return Optional.of(widest(asDecimal(left), asDecimal(right)));
  }

  private static Decimal widest(Decimal left, Decimal right) {
    int scale = Math.max(left.scale(), right.scale());
    int whole = Math.max(left.precision() - left.scale(), right.precision() - right.scale());
    return Decimal.capped(whole + scale, scale);
  }

  /** The decimal type of {@code left operator right}. */
  public static Decimal arithmetic(char operator, Decimal left, Decimal right) {
    int scale = Math.max(left.scale(), right.scale());
    int whole = Math.max(left.precision() - left.scale(), right.precision() - right.scale());
    return switch (operator) {
      case '*' ->
          Decimal.capped(left.precision() + right.precision(), left.scale() + right.scale());
      case '/' ->
          Decimal.capped(
              left.precision() + right.scale() + Math.max(0, right.scale() - left.scale()), scale);
      case '%' ->
          Decimal.capped(
              Math.min(left.precision() - left.scale(), right.precision() - right.scale()) + scale,
              scale);
      default -> Decimal.capped(1 + whole + scale, scale);
    };
  }
}
