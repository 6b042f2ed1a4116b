package dev.footfall.core.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits the JSON text of an array into the texts of its elements, for cells that hold several
 * values: strings unescaped, numbers, booleans and nested values as written, nulls left out.
 */
public final class JsonArrays {
  private final String json;
  private int at;

  private JsonArrays(String json) {
    this.json = json;
  }

  /** The elements; empty when the text is not one JSON array. */
  public static Optional<List<String>> elements(String json) {
    String trimmed = json.strip();
    if (!trimmed.startsWith("[") || !trimmed.endsWith("]")) {
      return Optional.empty();
    }
    List<String> elements = new ArrayList<>();
    return new JsonArrays(trimmed).array(elements) ? Optional.of(elements) : Optional.empty();
  }

  private boolean array(List<String> elements) {
    at = 1;
    skipSpace();
    if (peek() == ']') {
      return at == json.length() - 1;
    }
    while (element(elements)) {
      skipSpace();
      if (peek() == ']') {
        return at == json.length() - 1;
      }
      if (peek() != ',') {
        return false;
      }
      at++;
      skipSpace();
    }
    return false;
  }

  private boolean element(List<String> elements) {
    char first = peek();
    if (first == '"') {
      return string(elements);
    }
    int start = at;
    boolean whole = (first == '[' || first == '{') ? nested() : scalar();
    String raw = json.substring(start, at);
    if (whole && !raw.equals("null")) {
      elements.add(raw);
    }
    return whole;
  }

  private boolean scalar() {
    int start = at;
    while (at < json.length() && ",]}: \t\r\n\"[{".indexOf(json.charAt(at)) < 0) {
      at++;
    }
    return json.substring(start, at)
        .matches("null|true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  }

  /** Passes by an array or object, whose inside is not judged. */
  private boolean nested() {
    int depth = 0;
    do {
      char c = peek();
      if (c == '"') {
        if (!string(new ArrayList<>())) {
          return false;
        }
        continue;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      at++;
    } while (depth > 0 && at < json.length());
    return depth == 0;
  }

  private boolean string(List<String> elements) {
    StringBuilder out = new StringBuilder();
    for (at++; at < json.length(); at++) {
      char c = json.charAt(at);
      if (c == '"') {
        at++;
        elements.add(out.toString());
        return true;
      }
      if (c < ' ') {
        return false;
      }
      if (c != '\\') {
        out.append(c);
      } else if (!escape(out)) {
        return false;
      }
    }
    return false;
  }

  private boolean escape(StringBuilder out) {
    at++;
    char c = peek();
    if (c == 'u') {
      return unicode(out);
    }
    int kind = "\"\\/bfnrt".indexOf(c);
    if (kind >= 0) {
      out.append("\"\\/\b\f\n\r\t".charAt(kind));
    }
    return kind >= 0;
  }

  private boolean unicode(StringBuilder out) {
    if (at + 5 > json.length() || !json.substring(at + 1, at + 5).matches("[0-9A-Fa-f]{4}")) {
      return false;
    }
    out.append((char) Integer.parseInt(json.substring(at + 1, at + 5), 16));
    at += 4;
    return true;
  }

  private void skipSpace() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The character here, or a line break at the end. */
  private char peek() {
    return at < json.length() ? json.charAt(at) : '\n';
  }
}
