package dev.footfall.sources.files;

import dev.footfall.sources.duckdb.EmbeddedEngine;
import dev.footfall.sources.duckdb.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SQL that reads CSV files with types: a column is a number, a date, a time or a boolean only if
 * every cell of it can be read as such and written back without a difference; {@code 02139} is
 * text, and so is every column whose name says that it identifies something.
 */
final class CsvTyping {
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "(?i).*(^|_| )(id|ids|number|no|code|sku|upc|ean|phone|mobile|zip|postal|postcode"
              + "|email|address|name|maid|uid2|euid)(_|$| ).*|(?i).*(postal|phone).*");
  private static final long SAMPLE = 1000;

  private CsvTyping() {}

  /** A type, and the condition under which a cell has it. */
  private enum CellType {
    BIGINT("regexp_full_match(%s, '-?(0|[1-9]\\d{0,17})')"),
    DECIMAL("regexp_full_match(%s, '-?(0|[1-9]\\d{0,17})(\\.\\d{1,9})?')"),
    BOOLEAN("%s IN ('true', 'false', 'TRUE', 'FALSE', 'True', 'False')"),
    DATE("regexp_full_match(%1$s, '\\d{4}-\\d\\d-\\d\\d') AND TRY_CAST(%1$s AS DATE) IS NOT NULL"),
    TIMESTAMP(
        "regexp_full_match(%1$s, '\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?')"
            + " AND TRY_CAST(%1$s AS TIMESTAMP) IS NOT NULL"),
    TIMESTAMPTZ(
        "regexp_full_match(%1$s, '\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?"
            + " ?(Z|[+-]\\d\\d(:?\\d\\d)?)') AND TRY_CAST(%1$s AS TIMESTAMPTZ) IS NOT NULL");

    private final String condition;

    CellType(String condition) {
      this.condition = condition;
    }

    String allOf(String column) {
      return "coalesce(bool_and(" + condition.formatted(column) + "), false)";
    }
  }

  static String select(EmbeddedEngine engine, String files) {
    String read =
        "read_csv("
            + files
            + ", header = true, all_varchar = true, union_by_name = true, delim = ',', quote = '\"',"
            + " escape = '\"', nullstr = '', allow_quoted_nulls = false, strict_mode = true)";
    List<String> names =
        engine.list("DESCRIBE SELECT * FROM " + read).stream().map(row -> row.get(0)).toList();
    List<List<CellType>> likely = likely(engine, read, names);
    List<String> types = verified(engine, read, names, likely);
    return IntStream.range(0, names.size())
        .mapToObj(i -> cast(Sql.name(names.get(i)), types.get(i)))
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + read));
  }

  private static String cast(String name, String type) {
    return type.equals("VARCHAR") ? name : "CAST(" + name + " AS " + type + ") AS " + name;
  }

  /** What the first rows of each column allow, narrowest first. */
  private static List<List<CellType>> likely(
      EmbeddedEngine engine, String read, List<String> names) {
    String checks =
        names.stream()
            .flatMap(
                name ->
                    IntStream.range(0, CellType.values().length)
                        .mapToObj(i -> CellType.values()[i].allOf(Sql.name(name))))
            .collect(Collectors.joining(", "));
    List<String> verdicts =
        engine
            .list("SELECT " + checks + " FROM (SELECT * FROM " + read + " LIMIT " + SAMPLE + ")")
            .get(0);
    List<List<CellType>> likely = new ArrayList<>();
    int at = 0;
    for (String name : names) {
      List<CellType> found = new ArrayList<>();
      for (CellType type : CellType.values()) {
        if (verdicts.get(at++).equals("true") && !IDENTIFIER.matcher(name).matches()) {
          found.add(type);
        }
      }
      likely.add(found);
    }
    return likely;
  }

  /** One pass over all rows settles what the sample suggested. */
  private static List<String> verified(
      EmbeddedEngine engine, String read, List<String> names, List<List<CellType>> likely) {
    List<String> checks = new ArrayList<>(List.of("1"));
    for (int i = 0; i < names.size(); i++) {
      String name = Sql.name(names.get(i));
      likely.get(i).forEach(type -> checks.add(type.allOf(name)));
      checks.add("coalesce(max(length(split_part(" + name + ", '.', 2))), 0)");
    }
    List<String> verdicts =
        engine.list("SELECT " + String.join(", ", checks) + " FROM " + read).get(0);
    List<String> types = new ArrayList<>();
    int at = 1;
    for (List<CellType> candidates : likely) {
      String type = "VARCHAR";
      int scaleAt = at + candidates.size();
      for (CellType candidate : candidates) {
        if (verdicts.get(at++).equals("true") && type.equals("VARCHAR")) {
          type = sqlType(candidate, verdicts.get(scaleAt));
        }
      }
      at++;
      types.add(type);
    }
    return types;
  }

  private static String sqlType(CellType type, String scale) {
    return type == CellType.DECIMAL ? "DECIMAL(38," + scale + ")" : type.name();
  }
}
