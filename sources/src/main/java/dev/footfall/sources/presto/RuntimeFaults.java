package dev.footfall.sources.presto;

import dev.footfall.sources.presto.SqlFault.Code;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads DuckDB's errors. Its messages may print cells of the tables, so none of their text is
 * passed on: each kind is said in our own words.
 */
final class RuntimeFaults {

  private static final Pattern POSITION = Pattern.compile("\"position\":\"(\\d+)\"");

  /** What to look for in DuckDB's message, and what it means. */
  private record Kind(String words, Code code, String detail, String remedy) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "Division by zero",
              Code.DIVISION_BY_ZERO,
              "Division by zero",
              "Write x / NULLIF(y, 0)"),
          new Kind(
              "More than one row returned by a subquery",
              Code.TOO_MANY_ROWS_IN_SCALAR,
              "A scalar subquery returned more than one row",
              "Limit it to one row, or use IN"),
          new Kind(
              "INTERRUPT",
              Code.TIMEOUT,
              "The query was stopped before it finished",
              "It ran too long or was cancelled"),
          new Kind(
              "Interrupted",
              Code.TIMEOUT,
              "The query was stopped before it finished",
              "It ran too long or was cancelled"),
          new Kind(
              "Out of Memory",
              Code.OUT_OF_MEMORY,
              "The query needs more memory than the source may use",
              "Raise memory_limit or read fewer rows"),
          new Kind(
              "ff:subscript",
              Code.INVALID_VALUE,
              "An array subscript is out of bounds",
              "Use ELEMENT_AT, which gives NULL"),
          new Kind(
              "ff:key",
              Code.INVALID_VALUE,
              "A key is not in the map",
              "Use ELEMENT_AT, which gives NULL"),
          new Kind(
              "ff:index",
              Code.INVALID_VALUE,
              "A position counts from 1; it cannot be 0 or less",
              ""),
          new Kind(
              "ff:fit", Code.INVALID_VALUE, "A value is longer than the VARCHAR it is cast to", ""),
          new Kind(
              "ff:pattern",
              Code.INVALID_VALUE,
              "A pattern or replacement is not a valid regular expression",
              ""),
          new Kind(
              "Overflow",
              Code.NUMBER_OUT_OF_RANGE,
              "A number is too large for its type",
              "Cast to a wider type"),
          new Kind(
              "out of range",
              Code.NUMBER_OUT_OF_RANGE,
              "A number is too large for its type",
              "Cast to a wider type"),
          new Kind(
              "Conversion",
              Code.INVALID_VALUE,
              "A value cannot be converted (it is not shown: it may be personal)",
              "TRY_CAST gives NULL instead"),
          new Kind(
              "Could not parse",
              Code.INVALID_VALUE,
              "A value cannot be parsed (it is not shown: it may be personal)",
              "TRY(...) gives NULL instead"),
          new Kind(
              "Out of Range",
              Code.NUMBER_OUT_OF_RANGE,
              "A number is too large for its type",
              "Cast to a wider type"));

  private RuntimeFaults() {}

  static SqlFault read(SQLException error, Optional<Translation> translation) {
    String message = String.valueOf(error.getMessage());
    Kind kind =
        KINDS.stream()
            .filter(known -> message.contains(known.words))
            .findFirst()
            .orElseGet(() -> other(message));
    Optional<Position> place = translation.flatMap(query -> place(kind, message, query));
    return new SqlFault(kind.code, place, kind.detail, kind.remedy);
  }

  private static Optional<Position> place(Kind kind, String message, Translation query) {
    Matcher offset = POSITION.matcher(message);
    if (offset.find()) {
      return query.origin(Integer.parseInt(offset.group(1)));
    }
    boolean onlyOne = kind.code == Code.DIVISION_BY_ZERO && query.divisions().size() == 1;
    return onlyOne ? Optional.of(query.divisions().get(0)) : Optional.empty();
  }

  /** Names the class of DuckDB's error only: the rest of the message could hold data. */
  private static Kind other(String message) {
    Matcher type = Pattern.compile("\"exception_type\":\"([A-Za-z ]+)\"").matcher(message);
    Matcher plain = Pattern.compile("^([A-Z][A-Za-z ]+) Error:").matcher(message);
    String name = type.find() ? type.group(1) : plain.find() ? plain.group(1) : "unknown";
    return new Kind(
        "",
        Code.ENGINE_ERROR,
        "The engine refused the query (" + name + " error)",
        "Please report the query's text, without data");
  }
}
