package dev.footfall.destinations.house;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a Java file that say something: no imports, no comments, no lone brackets, white
 * space folded.
 */
final class SourceLines {
  private SourceLines() {}

  /**
   * A line.
   *
   * @param number in the file, from 1
   */
  record SourceLine(int number, String text) {}

  static List<SourceLine> of(List<String> file) {
    List<SourceLine> lines = new ArrayList<>();
    boolean isInComment = false;
    for (int i = 0; i < file.size(); i++) {
      String text = file.get(i).strip().replaceAll("\\s+", " ");
      isInComment |= text.startsWith("/*");
      if (!isInComment && says(text)) {
        lines.add(new SourceLine(i + 1, text));
      }
      isInComment &= !text.endsWith("*/");
    }
    return lines;
  }

  private static boolean says(String text) {
    return text.chars().anyMatch(Character::isLetterOrDigit)
        && !text.startsWith("//")
        && !text.startsWith("import ")
        && !text.startsWith("package ");
  }
}
