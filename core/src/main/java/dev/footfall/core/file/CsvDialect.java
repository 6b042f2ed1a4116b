package dev.footfall.core.file;

/**
 * How a line of delimited text is written.
 *
 * @param delimiter one ASCII character between cells
 * @param quoting which cells stand in quotes
 * @param escape one ASCII character before a quote, delimiter, line break or itself; 0 for none,
 *     quotes are then doubled
 * @param crlf whether lines end in CR and LF rather than in LF
 */
public record CsvDialect(char delimiter, Quoting quoting, char escape, boolean crlf) {
  /** Which cells stand in quotes. */
  public enum Quoting {
    /** All. */
    ALL,
    /** Those that hold something. */
    ALL_NON_NULL,
    /** Those that could not be read back otherwise. */
    MINIMAL,
    /** Those that hold something other than a number. */
    NON_NUMERIC,
    /** None: what could not be read back is escaped. */
    NONE
  }

  /** Minimal quotes, LF, no escape. */
  public static CsvDialect minimal(char delimiter) {
    return new CsvDialect(delimiter, Quoting.MINIMAL, '\0', false);
  }

  boolean hasEscape() {
    return escape != 0;
  }

  boolean isSpecial(byte b) {
    return b == delimiter || b == '"' || b == '\r' || b == '\n' || (hasEscape() && b == escape);
  }
}
