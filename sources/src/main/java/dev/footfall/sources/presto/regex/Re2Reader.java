package dev.footfall.sources.presto.regex;

import dev.footfall.sources.presto.regex.Re2.NotAlike;

/** Reads a pattern from left to right and writes RE2's. */
final class Re2Reader {

  private static final String PUNCTUATION = ".\\+*?()[]{}|^$-/,:;@#%&=!<>\"'~_ ";

  private final String in;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private boolean skips;

  Re2Reader(String pattern) {
    this.in = pattern;
  }

  String text() {
    return out.toString();
  }

  boolean skipsGroups() {
    return skips;
  }

  boolean atEnd() {
    return at == in.length();
  }

  /** Reads up to a closing bracket or the end; whether nothing may match. */
  boolean alternatives() {
    boolean empty = sequence();
    while (!atEnd() && in.charAt(at) == '|') {
      skips = true;
      out.append('|');
      at++;
      empty |= sequence();
    }
    return empty;
  }

  private boolean sequence() {
    boolean empty = true;
    while (!atEnd() && in.charAt(at) != '|' && in.charAt(at) != ')') {
      empty &= item();
    }
    return empty;
  }

  private boolean item() {
    boolean group = in.charAt(at) == '(';
    boolean empty = group ? group() : atom();
    boolean optional = quantifier();
    skips |= group && optional;
    return empty || optional;
  }

  private boolean group() {
    at++;
    out.append('(');
    if (in.startsWith("?:", at)) {
      out.append("?:");
      at += 2;
    } else if (in.startsWith("?", at)) {
      throw new NotAlike();
    }
    boolean empty = alternatives();
    if (atEnd()) {
      throw new NotAlike();
    }
    at++;
    out.append(')');
    return empty;
  }

  private boolean atom() {
    char c = in.charAt(at++);
    switch (c) {
      case '.' -> out.append("[^\\n]");
      case '[' -> set();
      case '\\' -> out.append(escape(next(), false));
      case '^' -> {
        if (at != 1) {
          throw new NotAlike();
        }
        out.append('^');
        return true;
      }
      case '$', '*', '+', '?', '{', '}', ']' -> throw new NotAlike();
      default -> out.append(c);
    }
    return false;
  }

  private char next() {
    if (atEnd()) {
      throw new NotAlike();
    }
    return in.charAt(at++);
  }

  private static String escape(char c, boolean inSet) {
    return switch (c) {
      case 'd', 'D', 'w', 'W' -> "\\" + c;
      case 's' -> inSet ? Re2.SPACE : "[" + Re2.SPACE + "]";
      case 'S' -> {
        if (inSet) {
          throw new NotAlike();
        }
        yield "[^" + Re2.SPACE + "]";
      }
      case 't', 'n', 'r', 'f' -> "\\" + c;
      default -> {
        if (PUNCTUATION.indexOf(c) < 0) {
          throw new NotAlike();
        }
        yield c == ' ' || c == '_' || c == '"' || c == '\'' ? String.valueOf(c) : "\\" + c;
      }
    };
  }

  private void set() {
    out.append('[');
    if (in.startsWith("^", at)) {
      out.append('^');
      at++;
    }
    if (in.startsWith("]", at)) {
      throw new NotAlike();
    }
    for (char c = next(); c != ']'; c = next()) {
      if (c == '[' || in.startsWith("&&", at - 1)) {
        throw new NotAlike();
      }
      if (c == '\\') {
        out.append(escape(next(), true));
      } else {
        out.append(c == '^' || c == '$' ? "\\" + c : String.valueOf(c));
      }
    }
    out.append(']');
  }

  /** Reads a quantifier, if there is one; whether it allows no repetition. */
  private boolean quantifier() {
    if (atEnd() || "*+?{".indexOf(in.charAt(at)) < 0) {
      return false;
    }
    int end = in.charAt(at) == '{' ? in.indexOf('}', at) + 1 : at + 1;
    String text = end > 0 ? in.substring(at, end) : "";
    if (!text.matches("[*+?]|\\{\\d{1,3}(,\\d{0,3})?\\}")) {
      throw new NotAlike();
    }
    at = end;
    out.append(text);
    if (!atEnd() && in.charAt(at) == '?') {
      out.append('?');
      at++;
    }
    if (!atEnd() && "*+?{".indexOf(in.charAt(at)) >= 0) {
      throw new NotAlike();
    }
    return text.equals("*") || text.equals("?") || text.startsWith("{0");
  }
}
