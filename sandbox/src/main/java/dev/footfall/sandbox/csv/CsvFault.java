package dev.footfall.sandbox.csv;

/**
 * One thing that is wrong with an upload file; never the value itself.
 *
 * @param line the line it is on, 0 for the file as a whole
 * @param column the header it is under, empty when it is not about one
 */
public record CsvFault(String code, long line, String column, String message) {

  /** The fault as one sentence. */
  public String sentence() {
    String where = line == 0 ? "file" : "line " + line + (column.isEmpty() ? "" : ", " + column);
    return code + " (" + where + "): " + message;
  }
}
