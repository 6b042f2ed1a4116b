package dev.footfall.sources.jdbc;

import dev.footfall.core.source.SourceFault;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a warehouse's errors into messages for the user. Servers quote cells in data errors, so
 * their words are kept only for errors of the SQL itself (SQLSTATE class 42).
 */
final class WarehouseFaults {
  private static final Map<String, String> CODES =
      Map.of(
          "42P01", "TABLE_NOT_FOUND",
          "42703", "COLUMN_NOT_FOUND",
          "42883", "FUNCTION_NOT_FOUND",
          "42601", "SYNTAX_ERROR",
          "42501", "PERMISSION_DENIED");

  private static final Pattern DRIVER = Pattern.compile("^(jdbc:)?\\w+:(//|thin:)?");

  private WarehouseFaults() {}

  static SourceFault of(SQLException error) {
    String state = String.valueOf(error.getSQLState());
    if (state.startsWith("42")) {
      return new SourceFault(
          CODES.getOrDefault(state, "TYPE_MISMATCH"), "The warehouse says: " + firstLine(error));
    }
    if (state.equals("25006")) {
      return new SourceFault("ONLY_SELECT_ALLOWED", "A query is one single SELECT");
    }
    if (state.equals("22012")) {
      return new SourceFault("DIVISION_BY_ZERO", "Division by zero. Write x / NULLIF(y, 0)");
    }
    if (state.startsWith("22")) {
      return new SourceFault(
          "INVALID_VALUE", "A cell cannot be converted (SQLSTATE " + state + "). Check the casts");
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      return new SourceFault(
          "SOURCE_UNAVAILABLE", "The connection to the warehouse was lost. Run again");
    }
    return new SourceFault(
        "ENGINE_ERROR", "The warehouse refused the query (SQLSTATE " + state + ")");
  }

  static SourceFault connecting(SQLException error, String url) {
    String where = shown(url);
    String state = String.valueOf(error.getSQLState());
    if (state.startsWith("28")) {
      return new SourceFault(
          "CREDENTIALS_REJECTED", where + " does not take this user and password");
    }
    return new SourceFault(
        "SOURCE_UNAVAILABLE",
        "Cannot connect to " + where + ". Check the address, the driver and that the server runs");
  }

  /** The server and database, without anything that could be a secret. */
  private static String shown(String url) {
    String bare = url.replaceFirst("[?;].*$", "");
    int at = bare.lastIndexOf('@');
    if (at < 0) {
      return bare;
    }
    Matcher driver = DRIVER.matcher(bare);
    return (driver.find() ? driver.group() : "") + "***" + bare.substring(at);
  }

  private static String firstLine(SQLException error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("").strip();
  }
}
