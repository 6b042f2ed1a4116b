package dev.footfall.sandbox.csv;

import java.util.Locale;

/**
 * How the lines of a file are written.
 *
 * @param strict lines end in CRLF, only what needs quotes has them, no value holds a line break;
 *     otherwise lines end in LF or CRLF, all alike, and quotes are free
 */
public record CsvDialect(char delimiter, boolean strict) {
  /** Commas, CRLF, quotes where needed and nowhere else. */
  public static final CsvDialect STRICT = new CsvDialect(',', true);

  /** What a file's name says about its delimiter: tabs in .tsv, bars in .psv, else commas. */
  public static CsvDialect named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    char delimiter = lower.endsWith(".tsv") ? '\t' : lower.endsWith(".psv") ? '|' : ',';
    return new CsvDialect(delimiter, false);
  }
}
