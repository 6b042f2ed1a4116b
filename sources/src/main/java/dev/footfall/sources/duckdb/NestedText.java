package dev.footfall.sources.duckdb;

import dev.footfall.sources.presto.type.Type;
import dev.footfall.sources.presto.type.Type.Array;
import dev.footfall.sources.presto.type.Type.Decimal;
import dev.footfall.sources.presto.type.Type.MapOf;
import dev.footfall.sources.presto.type.Type.Row;
import dev.footfall.sources.presto.type.TypeText;
import java.util.ArrayList;
import java.util.List;

/**
 * SQL that writes arrays, rows and maps as JSON text. The engine's own function writes 1.50 as 1.5;
 * where decimals are inside, the text is put together so that they keep their digits.
 */
final class NestedText {
  private int lambdas;

  private NestedText() {}

  /** The text of a value of that type. */
  static String of(String duckType, String value) {
    return TypeText.read(duckType, "UTC")
        .filter(NestedText::holdsDecimals)
        .map(type -> new NestedText().text(type, value))
        .orElseGet(() -> whole(value));
  }

  private static boolean holdsDecimals(Type type) {
    if (type instanceof Array array) {
      return holdsDecimals(array.element());
    }
    if (type instanceof MapOf map) {
      return holdsDecimals(map.value());
    }
    if (type instanceof Row row) {
      return row.fields().stream().anyMatch(field -> holdsDecimals(field.type()));
    }
    return type instanceof Decimal;
  }

  private static String whole(String value) {
    return "CAST(to_json(" + value + ") AS VARCHAR)";
  }

  private String text(Type type, String value) {
    if (!holdsDecimals(type)) {
      return whole(value);
    }
    if (type instanceof Array array) {
      String each = next();
      return list("[", value, each, orNull(array.element(), each), "]");
    }
    if (type instanceof MapOf map) {
      String each = next();
      String key = "CAST(to_json(CAST(" + each + ".key AS VARCHAR)) AS VARCHAR)";
      String member = key + " || ':' || " + orNull(map.value(), each + ".value");
      return list("{", "map_entries(" + value + ")", each, member, "}");
    }
    return type instanceof Row row ? members(row, value) : "CAST(" + value + " AS VARCHAR)";
  }

  private String next() {
    return "x" + lambdas++;
  }

  private static String list(String open, String values, String each, String text, String close) {
    return "'"
        + open
        + "' || array_to_string(list_transform("
        + values
        + ", lambda "
        + each
        + ": "
        + text
        + "), ',') || '"
        + close
        + "'";
  }

  private String members(Row row, String value) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < row.fields().size(); i++) {
      String name = row.duckName(i);
      members.add(
          "CAST(to_json("
              + Sql.text(name)
              + ") AS VARCHAR) || ':' || "
              + orNull(
                  row.fields().get(i).type(),
                  "struct_extract(" + value + ", " + Sql.text(name) + ")"));
    }
    return "CASE WHEN "
        + value
        + " IS NOT NULL THEN '{' || "
        + String.join(" || ',' || ", members)
        + " || '}' END";
  }

  private String orNull(Type type, String value) {
    return "coalesce(" + text(type, value) + ", 'null')";
  }
}
