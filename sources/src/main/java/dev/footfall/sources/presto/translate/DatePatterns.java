package dev.footfall.sources.presto.translate;

import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;

/** Patterns of DATE_FORMAT (MySQL) and FORMAT_DATETIME (Joda) in DuckDB's codes. */
final class DatePatterns {

  private static final Map<Character, String> MYSQL =
      Map.ofEntries(
          Map.entry('Y', "%Y"),
          Map.entry('y', "%y"),
          Map.entry('m', "%m"),
          Map.entry('c', "%-m"),
          Map.entry('d', "%d"),
          Map.entry('e', "%-d"),
          Map.entry('H', "%H"),
          Map.entry('k', "%-H"),
          Map.entry('h', "%I"),
          Map.entry('I', "%I"),
          Map.entry('l', "%-I"),
          Map.entry('i', "%M"),
          Map.entry('s', "%S"),
          Map.entry('S', "%S"),
          Map.entry('f', "%g000"),
          Map.entry('p', "%p"),
          Map.entry('T', "%H:%M:%S"),
          Map.entry('r', "%I:%M:%S %p"),
          Map.entry('M', "%B"),
          Map.entry('b', "%b"),
          Map.entry('W', "%A"),
          Map.entry('a', "%a"),
          Map.entry('j', "%j"),
          Map.entry('v', "%V"),
          Map.entry('x', "%G"),
          Map.entry('%', "%%"));

  private static final Map<String, String> JODA =
      Map.ofEntries(
          Map.entry("yyyy", "%Y"),
          Map.entry("YYYY", "%Y"),
          Map.entry("yy", "%y"),
          Map.entry("MM", "%m"),
          Map.entry("M", "%-m"),
          Map.entry("MMM", "%b"),
          Map.entry("MMMM", "%B"),
          Map.entry("dd", "%d"),
          Map.entry("d", "%-d"),
          Map.entry("HH", "%H"),
          Map.entry("H", "%-H"),
          Map.entry("hh", "%I"),
          Map.entry("h", "%-I"),
          Map.entry("mm", "%M"),
          Map.entry("ss", "%S"),
          Map.entry("SSS", "%g"),
          Map.entry("a", "%p"),
          Map.entry("EEE", "%a"),
          Map.entry("EEEE", "%A"),
          Map.entry("D", "%-j"),
          Map.entry("DDD", "%j"));

  private DatePatterns() {}

  static String mysql(String pattern, ParserRuleContext at) {
    StringBuilder out = new StringBuilder();
    int next = 0;
    while (next < pattern.length()) {
      boolean code = pattern.charAt(next) == '%';
      int end = Math.min(pattern.length(), next + (code ? 2 : 1));
      out.append(code ? mysqlCode(pattern.substring(next, end), at) : pattern.substring(next, end));
      next = end;
    }
    return out.toString();
  }

  private static String mysqlCode(String code, ParserRuleContext at) {
    String known = code.length() == 2 ? MYSQL.get(code.charAt(1)) : null;
    if (known == null) {
      throw Faults.unsupported(
          at, "The date code '" + code + "'", "See DATE_FORMAT in the dialect page");
    }
    return known;
  }

  static String joda(String pattern, ParserRuleContext at) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      int end = i + 1;
      if (c == '\'') {
        end = literal(pattern, i, out, at);
      } else if (Character.isLetter(c)) {
        while (end < pattern.length() && pattern.charAt(end) == c) {
          end++;
        }
        String letters = pattern.substring(i, end);
        String code = JODA.get(letters);
        if (code == null) {
          throw Faults.unsupported(at, "The date pattern '" + letters + "'", "Use DATE_FORMAT");
        }
        out.append(code);
      } else {
        out.append(c == '%' ? "%%" : String.valueOf(c));
      }
      i = end;
    }
    return out.toString();
  }

  /** Copies quoted text from its opening quote on; two quotes stand for one. */
  private static int literal(String pattern, int open, StringBuilder out, ParserRuleContext at) {
    if (pattern.startsWith("''", open)) {
      out.append('\'');
      return open + 2;
    }
    int i = open + 1;
    while (i < pattern.length()) {
      boolean doubled = pattern.startsWith("''", i);
      char c = pattern.charAt(i);
      if (c == '\'' && !doubled) {
        return i + 1;
      }
      out.append(c == '%' ? "%%" : String.valueOf(c));
      i += doubled ? 2 : 1;
    }
    throw Faults.syntax(at, "A quote in the date pattern is not closed", "");
  }
}
