package dev.footfall.sources.duckdb;

import dev.footfall.core.source.SourceFault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the engine's errors into messages for the user. The engine quotes cells in its errors, so
 * its own words are kept only where they speak of the SQL alone.
 */
public interface EngineFaults {
  /**
   * The fault behind an error; the error itself is left out because its text may hold a cell.
   *
   * @param queryStart where the query begins in the SQL that was run
   */
  SourceFault read(Exception error, int queryStart);

  /** The fault behind an error of a query that was run as it is. */
  default SourceFault read(Exception error) {
    return read(error, 0);
  }

  /** Errors of SQL that the engine got as the user wrote it. */
  static EngineFaults ofNativeSql() {
    return (error, queryStart) -> of(plain(String.valueOf(error.getMessage())));
  }

  private static SourceFault of(String message) {
    Matcher noJson = Pattern.compile("Malformed JSON in file \"([^\"]+)\"").matcher(message);
    if (noJson.find()) {
      return new SourceFault(
          "BAD_LINE", "A line of " + noJson.group(1) + " is no JSON. Mend or remove the file");
    }
    String kind = message.contains(":") ? message.substring(0, message.indexOf(':')).strip() : "";
    return switch (kind) {
      case "Parser Error" -> new SourceFault("SYNTAX_ERROR", firstLine(message));
      case "Binder Error", "Catalog Error" -> new SourceFault(codeOf(message), firstLine(message));
      case "Out of Memory Error" ->
          new SourceFault(
              "OUT_OF_MEMORY",
              "The query needs more memory or temporary disk than the engine may use. Raise"
                  + " memory_limit, or narrow the query");
      case "Conversion Error", "Out of Range Error" ->
          new SourceFault(
              "INVALID_VALUE", "A cell cannot be converted. Use TRY_CAST, or leave such rows out");
      case "IO Error" -> new SourceFault("SOURCE_UNREADABLE", ioError(message));
      case "Permission Error" ->
          new SourceFault(
              "ONLY_SELECT_ALLOWED", "Queries may read the source's tables only, no other files");
      default ->
          new SourceFault(
              "ENGINE_ERROR",
              "The engine refused the query" + (kind.isEmpty() ? "" : " (" + kind + ")"));
    };
  }

  /** The error in its plain form, also when the engine is set to report JSON. */
  private static String plain(String message) {
    Matcher json =
        Pattern.compile(
                "\"exception_type\":\"([^\"]*)\",\"exception_message\":\"(([^\"\\\\]|\\\\.)*)")
            .matcher(message);
    return json.find()
        ? json.group(1) + " Error: " + json.group(2).replace("\\n", "\n").replace("\\\"", "\"")
        : message;
  }

  private static String codeOf(String message) {
    if (message.startsWith("Catalog Error: Table")) {
      return "TABLE_NOT_FOUND";
    }
    if (message.contains("Function with name")) {
      return "FUNCTION_NOT_FOUND";
    }
    return message.contains("column") ? "COLUMN_NOT_FOUND" : "TYPE_MISMATCH";
  }

  private static String ioError(String message) {
    return message.contains("lock")
        ? "The DuckDB file is open for writing in another program. Close it there, then run again"
        : "A file of the source cannot be read. Check that it exists, is readable and whole";
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message).strip();
  }
}
