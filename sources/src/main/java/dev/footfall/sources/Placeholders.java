package dev.footfall.sources;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Fills {@code :window_start} and {@code :window_days} into SQL that is not translated; text,
 * quoted names and comments stay as they are.
 */
public final class Placeholders {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private Placeholders() {}

  /** The query's SQL with literals instead of its placeholders. */
  public static String fill(SourceQuery query) {
    String sql = query.sql();
    StringBuilder out = new StringBuilder(sql.length() + 64);
    int at = 0;
    while (at < sql.length()) {
      int end = endOfQuoted(sql, at);
      if (end > at) {
        out.append(sql, at, end);
        at = end;
        continue;
      }
      Optional<String> name = placeholder(sql, at);
      out.append(name.map(found -> literal(found, query)).orElse(String.valueOf(sql.charAt(at))));
      at += name.map(found -> found.length() + 1).orElse(1);
    }
    return out.toString();
  }

  /** The SQL with a blank for each text, quoted name and comment. */
  public static String withoutTexts(String sql) {
    StringBuilder out = new StringBuilder(sql.length());
    int at = 0;
    while (at < sql.length()) {
      int end = endOfQuoted(sql, at);
      out.append(end > at ? ' ' : sql.charAt(at));
      at = Math.max(end, at + 1);
    }
    return out.toString();
  }

  private static String literal(String name, SourceQuery query) {
    SourceQuery.Window window = query.window();
    return name.equalsIgnoreCase("window_days")
        ? Integer.toString(window.days())
        : "TIMESTAMP '"
            + TIMESTAMP.format(LocalDateTime.ofInstant(window.start(), query.zone()))
            + "'";
  }

  private static Optional<String> placeholder(String sql, int at) {
    boolean cast = at > 0 && sql.charAt(at - 1) == ':';
    if (sql.charAt(at) != ':' || cast) {
      return Optional.empty();
    }
    int end = at + 1;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    String name = sql.substring(at + 1, end);
    return name.equalsIgnoreCase("window_start") || name.equalsIgnoreCase("window_days")
        ? Optional.of(name)
        : Optional.empty();
  }

  /** Where the text, name or comment that starts here ends; {@code at} itself when none does. */
  private static int endOfQuoted(String sql, int at) {
    char c = sql.charAt(at);
    if (c == '\'' || c == '"') {
      return after(sql, String.valueOf(c), at + 1);
    }
    if (sql.startsWith("--", at)) {
      return after(sql, "\n", at + 2);
    }
    return sql.startsWith("/*", at) ? after(sql, "*/", at + 2) : at;
  }

  private static int after(String sql, String mark, int from) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : found + mark.length();
  }
}
