package dev.footfall.app.cli;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of CSV (RFC 4180) for people, who open them in a spreadsheet: a cell that would be a
 * formula there gets an apostrophe before it, which makes it text.
 *
 * <p>Not for platforms: their files are what the data says, byte for byte.
 */
final class CsvForPeople {
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private CsvForPeople() {}

  static String line(List<String> cells) {
    return cells.stream().map(CsvForPeople::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }
}
