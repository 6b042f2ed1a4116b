package dev.footfall.sources.presto;

import java.sql.SQLException;
import java.util.Optional;

/**
 * Why the user's SQL cannot run: one code, the place, what is wrong and what helps. Never holds a
 * value out of the tables.
 */
public final class SqlFault extends RuntimeException {

  /** The kinds of fault a query can have. */
  public enum Code {
    SYNTAX_ERROR,
    COLUMN_NOT_FOUND,
    TABLE_NOT_FOUND,
    FUNCTION_NOT_FOUND,
    TYPE_MISMATCH,
    DIVISION_BY_ZERO,
    TOO_MANY_ROWS_IN_SCALAR,
    TIMEOUT,
    ONLY_SELECT_ALLOWED,
    UNSUPPORTED_SQL,
    /** A cell could not be cast, parsed or looked up; the value itself is never shown. */
    INVALID_VALUE,
    NUMBER_OUT_OF_RANGE,
    OUT_OF_MEMORY,
    /** DuckDB refused what we emitted for another reason. */
    ENGINE_ERROR
  }

  private final Code code;
  private final Optional<Position> position;
  private final String detail;
  private final String remedy;

  public SqlFault(Code code, Optional<Position> position, String detail, String remedy) {
    super(text(code, position, detail, remedy));
    this.code = code;
    this.position = position;
    this.detail = detail;
    this.remedy = remedy;
  }

  /** A fault at a known place. */
  public static SqlFault at(Position position, Code code, String detail, String remedy) {
    return new SqlFault(code, Optional.of(position), detail, remedy);
  }

  /** Reads DuckDB's error for a translated query; data values are left out. */
  public static SqlFault of(SQLException error, Translation translation) {
    return RuntimeFaults.read(error, Optional.of(translation));
  }

  public Code code() {
    return code;
  }

  public Optional<Position> position() {
    return position;
  }

  /** The line, or 0 when the place is unknown. */
  public int line() {
    return position.map(Position::line).orElse(0);
  }

  /** The column, or 0 when the place is unknown. */
  public int column() {
    return position.map(Position::column).orElse(0);
  }

  /** What is wrong, without code, place and remedy. */
  public String detail() {
    return detail;
  }

  /** What helps; empty when there is nothing to add. */
  public String remedy() {
    return remedy;
  }

  private static String text(Code code, Optional<Position> position, String detail, String remedy) {
    return code
        + position.map(p -> ": line " + p).orElse("")
        + ": "
        + detail
        + (remedy.isEmpty() ? "" : ". " + remedy);
  }
}
