package dev.footfall.sources.presto.type;

import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.Field;
import dev.footfall.sources.presto.type.Type.MapOf;
import dev.footfall.sources.presto.type.Type.Row;
import dev.footfall.sources.presto.type.Type.Simple;
import dev.footfall.sources.presto.type.Type.Timestamp;
import dev.footfall.sources.presto.type.Type.Zoned;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads DuckDB's type names, such as {@code STRUCT(id VARCHAR, "n" INTEGER)[]}. */
public final class TypeText {

  /** Presto's default precision; the standard tables' timestamps have it, too. */
  public static final int MILLISECONDS = 3;

  private final String text;
  private final String zone;
  private int at;

  private TypeText(String text, String zone) {
    this.text = text;
    this.zone = zone;
  }

  /**
   * The Presto type that holds a DuckDB column.
   *
   * @param zone the session's zone, in which instants of the table are shown
   */
  public static Optional<Type> read(String duckType, String zone) {
    TypeText reader = new TypeText(duckType.strip(), zone);
    try {
      Optional<Type> type = reader.type();
      return reader.at == reader.text.length() ? type : Optional.empty();
    } catch (StringIndexOutOfBoundsException | NumberFormatException notAType) {
      return Optional.empty();
    }
  }

  private Optional<Type> type() {
    Optional<Type> type = base();
    while (type.isPresent() && at < text.length() && text.charAt(at) == '[') {
      at = text.indexOf(']', at) + 1;
      type = type.map(Array::new);
    }
    return type;
  }

  private Optional<Type> base() {
    String name = name();
    return switch (name) {
      case "STRUCT" -> row();
      case "MAP" -> map();
      case "DECIMAL", "NUMERIC" -> Optional.of(decimal());
      case "ENUM" -> skipped(Simple.VARCHAR);
      default -> plain(name);
    };
  }

  private Optional<Type> plain(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "BOOLEAN" -> Simple.BOOLEAN;
          case "TINYINT" -> Simple.TINYINT;
          case "SMALLINT", "UTINYINT" -> Simple.SMALLINT;
          case "INTEGER", "USMALLINT" -> Simple.INTEGER;
          case "BIGINT", "UINTEGER" -> Simple.BIGINT;
          case "UBIGINT" -> new Decimal(20, 0);
          case "HUGEINT", "UHUGEINT" -> new Decimal(Decimal.MAX_PRECISION, 0);
          case "FLOAT" -> Simple.REAL;
          case "DOUBLE" -> Simple.DOUBLE;
          case "VARCHAR" -> Simple.VARCHAR;
          case "BLOB" -> Simple.VARBINARY;
          case "DATE" -> Simple.DATE;
          case "TIME" -> Simple.TIME;
          case "JSON" -> Simple.JSON;
          case "UUID" -> Simple.UUID;
          case "TIMESTAMP", "TIMESTAMP_MS", "TIMESTAMP_NS" -> new Timestamp(MILLISECONDS);
          case "TIMESTAMP_S" -> new Timestamp(0);
          case "TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ" ->
              new Zoned(MILLISECONDS, Optional.of(zone));
          case "\"NULL\"" -> Simple.UNKNOWN;
          default -> null;
        });
  }

  private Optional<Type> row() {
    expect('(');
    List<Field> fields = new ArrayList<>();
    do {
      String name = fieldName();
      expect(' ');
      Optional<Type> type = type();
      if (type.isEmpty()) {
        return type;
      }
      fields.add(new Field(name, type.get()));
    } while (more());
    return Optional.of(new Row(fields));
  }

  private Optional<Type> map() {
    expect('(');
    Optional<Type> key = type();
    more();
    Optional<Type> value = type();
    more();
    return key.flatMap(k -> value.map(v -> new MapOf(k, v)));
  }

  private Type decimal() {
    expect('(');
    int close = text.indexOf(')', at);
    String[] digits = text.substring(at, close).split(",");
    at = close + 1;
    return new Decimal(Integer.parseInt(digits[0].strip()), Integer.parseInt(digits[1].strip()));
  }

  private Optional<Type> skipped(Type type) {
    at = text.lastIndexOf(')') + 1;
    return Optional.of(type);
  }

  private String name() {
    int start = at;
    while (at < text.length() && "([,)".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).strip().toUpperCase(Locale.ROOT);
  }

  private String fieldName() {
    if (text.charAt(at) != '"') {
      int start = at;
      at = text.indexOf(' ', at);
      return text.substring(start, at);
    }
    StringBuilder name = new StringBuilder();
    for (at++; text.charAt(at) != '"' || isDoubled(); at++) {
      at += text.charAt(at) == '"' ? 1 : 0;
      name.append(text.charAt(at));
    }
    at++;
    return name.toString();
  }

  private boolean isDoubled() {
    return at + 1 < text.length() && text.charAt(at + 1) == '"';
  }

  private void expect(char wanted) {
    if (text.charAt(at) != wanted) {
      throw new StringIndexOutOfBoundsException(at);
    }
    at++;
  }

  private boolean more() {
    boolean comma = text.charAt(at) == ',';
    at++;
    while (comma && text.charAt(at) == ' ') {
      at++;
    }
    return comma;
  }
}
