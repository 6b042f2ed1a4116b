package dev.footfall.sources.presto.function;

import dev.footfall.sources.presto.type.Coercion;
import dev.footfall.sources.presto.type.Numbers;
import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.MapOf;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The type of a function's argument or result: a plain one, or a letter that stands for any type
 * (T, E, K, V), any integer (I), decimal (D), number (N), local timestamp (S) or instant (Z).
 */
sealed interface Pattern {

  /** What a letter stands for in one call. */
  record Letter(char letter) implements Pattern {}

  record Exact(Type type) implements Pattern {}

  record ArrayOf(Pattern element) implements Pattern {}

  record MapPattern(Pattern key, Pattern value) implements Pattern {}

  static Pattern read(String text) {
    String type = text.strip();
    if (type.startsWith("array(")) {
      return new ArrayOf(read(type.substring(6, type.length() - 1)));
    }
    if (type.startsWith("map(")) {
      int comma = type.indexOf(',');
      return new MapPattern(
          read(type.substring(4, comma)), read(type.substring(comma + 1, type.length() - 1)));
    }
    if (type.length() == 1) {
      return new Letter(type.charAt(0));
    }
    return new Exact(plain(type));
  }

  private static Type plain(String name) {
    return switch (name) {
      case "timestamp" -> new Timestamp(3);
      case "zoned" -> new Zoned(3, Optional.empty());
      case "seconds" -> Simple.DAY_INTERVAL;
      case "digit" -> new Decimal(1, 0);
      default -> Simple.valueOf(name.toUpperCase(Locale.ROOT));
    };
  }

  /** Whether an argument is taken, noting what letters come to stand for. */
  default boolean takes(Type argument, Map<Character, Type> letters, boolean coerce) {
    if (this instanceof Exact exact) {
      return exact.type.equals(argument) || (coerce && Coercion.fits(argument, exact.type));
    }
    if (this instanceof ArrayOf array) {
      return argument instanceof Array given
          ? array.element.takes(given.element(), letters, coerce)
          : coerce && argument == Simple.UNKNOWN && array.element.takes(argument, letters, true);
    }
    if (this instanceof MapPattern map) {
      return argument instanceof MapOf given
          && map.key.takes(given.key(), letters, coerce)
          && map.value.takes(given.value(), letters, coerce);
    }
    return bind(((Letter) this).letter, argument, letters, coerce);
  }

  private static boolean bind(
      char letter, Type argument, Map<Character, Type> letters, boolean coerce) {
    Type known = letters.get(letter);
    if (known == null) {
      Optional<Type> meant = allowed(letter, argument, coerce);
      meant.ifPresent(type -> letters.put(letter, type));
      return meant.isPresent();
    }
    if (known.equals(argument)) {
      return true;
    }
    Optional<Type> common = coerce ? Coercion.common(known, argument) : Optional.empty();
    common.ifPresent(type -> letters.put(letter, type));
    return common.isPresent();
  }

  private static Optional<Type> allowed(char letter, Type type, boolean coerce) {
    boolean exact =
        switch (letter) {
          case 'I' -> Numbers.isInteger(type);
          case 'D' -> type instanceof Decimal;
          case 'N' -> Numbers.isNumber(type);
          case 'S' -> type instanceof Timestamp;
          case 'Z' -> type instanceof Zoned;
          default -> true;
        };
    if (exact) {
      return Optional.of(type);
    }
    return coerce ? coerced(letter, type) : Optional.empty();
  }

  private static Optional<Type> coerced(char letter, Type type) {
    if (letter == 'S' && (type == Simple.DATE || type == Simple.UNKNOWN)) {
      return Optional.of(new Timestamp(type == Simple.DATE ? 0 : 3));
    }
    if (type == Simple.UNKNOWN && (letter == 'I' || letter == 'N')) {
      return Optional.of(Simple.BIGINT);
    }
    return Optional.empty();
  }

  /** In words, for messages. */
  default String shown() {
    if (this instanceof Exact exact) {
      return exact.type.presto();
    }
    if (this instanceof ArrayOf array) {
      return "array(" + array.element.shown() + ")";
    }
    if (this instanceof MapPattern map) {
      return "map(" + map.key.shown() + ", " + map.value.shown() + ")";
    }
    return switch (((Letter) this).letter) {
      case 'I' -> "integer";
      case 'D' -> "decimal";
      case 'N' -> "number";
      case 'S' -> "timestamp";
      case 'Z' -> "timestamp with time zone";
      default -> "any";
    };
  }

  /** The type, now that the letters are known. */
  default Type filled(Map<Character, Type> letters) {
    if (this instanceof Exact exact) {
      return exact.type;
    }
    if (this instanceof ArrayOf array) {
      return new Array(array.element.filled(letters));
    }
    if (this instanceof MapPattern map) {
      return new MapOf(map.key.filled(letters), map.value.filled(letters));
    }
    return letters.getOrDefault(((Letter) this).letter, Simple.UNKNOWN);
  }
}
