package dev.footfall.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of a width, at blanks where there are some. */
public final class Wrapping {
  private Wrapping() {}

  /** The lines of a text, at least one, none wider than {@code width} code points. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      addLines(paragraph, Math.max(1, width), lines);
    }
    return lines;
  }

  /** A paragraph whose further lines are indented. */
  public static String indented(String text, int indent, int width) {
    return String.join("\n" + " ".repeat(indent), lines(text, width - indent));
  }

  /** All lines of a paragraph stand as far in as its first. */
  private static void addLines(String paragraph, int width, List<String> lines) {
    String words = paragraph.stripLeading();
    int indent = paragraph.length() - words.length();
    if (words.isEmpty() || indent > width / 2) {
      wrap(words, width, lines);
      return;
    }
    List<String> inner = new ArrayList<>();
    wrap(words, width - indent, inner);
    inner.forEach(line -> lines.add(" ".repeat(indent) + line));
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String word : paragraph.split(" ", -1)) {
      String rest = word;
      if (!line.isEmpty() && cells(line) + 1 + cells(rest) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (line.isEmpty() && cells(rest) > width) {
        int cut = cut(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
  }

  /** Where to break a word that is too long: after its last comma, slash or the like, if any. */
  private static int cut(String word, int width) {
    int end = word.offsetByCodePoints(0, width);
    for (int i = end - 1; i > width / 2; i--) {
      if (",/|;=&".indexOf(word.charAt(i)) >= 0) {
        return i + 1;
      }
    }
    return end;
  }

  /** Terminal cells that a text fills. */
  static int cells(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
