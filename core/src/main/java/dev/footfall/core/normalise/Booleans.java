package dev.footfall.core.normalise;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Text;

/**
 * Flags in cells: booleans, 0 and 1, and {@code true t yes y}, {@code false f no n} in any case.
 */
public final class Booleans {
  private static final byte[][] YES = words("true", "t", "yes", "y", "1");
  private static final byte[][] NO = words("false", "f", "no", "n", "0");

  private Booleans() {}

  /** What a cell says. */
  public enum Flag {
    /** Yes. */
    TRUE,
    /** No. */
    FALSE,
    /** Nothing: NULL, or white space only. */
    BLANK,
    /** Something else. */
    UNREADABLE
  }

  /**
   * Reads a cell.
   *
   * @param scratch used for the cell's text
   */
  public static Flag read(Column column, int row, Text scratch) {
    if (column.isNull(row)) {
      return Flag.BLANK;
    }
    if (column.kind(row) == CellKind.BOOLEAN) {
      return column.integer(row) != 0 ? Flag.TRUE : Flag.FALSE;
    }
    column.text(row, scratch);
    return read(scratch);
  }

  /** Reads a text; the window on it is trimmed. */
  public static Flag read(Text text) {
    if (text.trim().isEmpty()) {
      return Flag.BLANK;
    }
    for (byte[] word : YES) {
      if (sameInAnyCase(text, word)) {
        return Flag.TRUE;
      }
    }
    for (byte[] word : NO) {
      if (sameInAnyCase(text, word)) {
        return Flag.FALSE;
      }
    }
    return Flag.UNREADABLE;
  }

  private static boolean sameInAnyCase(Text text, byte[] word) {
    if (text.length() != word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      byte c = text.bytes()[text.start() + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[][] words(String... words) {
    byte[][] bytes = new byte[words.length][];
    for (int i = 0; i < words.length; i++) {
      bytes[i] = Text.utf8(words[i]);
    }
    return bytes;
  }
}
