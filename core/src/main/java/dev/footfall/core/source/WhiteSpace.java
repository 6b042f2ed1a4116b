package dev.footfall.core.source;

/** Which code points count as blank: Unicode white space and the zero-width ones. */
public final class WhiteSpace {
  private WhiteSpace() {}

  /** Whether a code point is blank. */
  public static boolean isBlank(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint == ' '
          || (codePoint >= '\t' && codePoint <= '\r')
          || (codePoint >= 0x1C && codePoint <= 0x1F);
    }
    return switch (codePoint) {
      case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF -> true;
      default -> codePoint >= 0x2000 && codePoint <= 0x200A;
    };
  }

  /** Whether a code point is white space proper: blank, and not one of the zero-width ones. */
  public static boolean isSpace(int codePoint) {
    return isBlank(codePoint)
        && (codePoint < 0x200B
            || (codePoint > 0x200D && codePoint != 0x2060 && codePoint != 0xFEFF));
  }

  /** The text without blank characters at its ends. */
  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Bytes of the blank character that starts at {@code at}, or 0 if there is none. */
  static int widthAt(byte[] utf8, int at, int end) {
    int b = utf8[at];
    if (b >= 0) {
      return isBlank(b) ? 1 : 0;
    }
    int width = (b & 0xF0) == 0xE0 ? 3 : (b & 0xE0) == 0xC0 ? 2 : 0;
    return width != 0 && at + width <= end && isBlank(codePoint(utf8, at, width)) ? width : 0;
  }

  /** Bytes of the blank character that ends before {@code end}, or 0 if there is none. */
  static int widthBefore(byte[] utf8, int start, int end) {
    int b = utf8[end - 1];
    if (b >= 0) {
      return isBlank(b) ? 1 : 0;
    }
    for (int width = 2; width <= 3 && end - width >= start; width++) {
      if (widthAt(utf8, end - width, end) == width) {
        return width;
      }
    }
    return 0;
  }

  private static int codePoint(byte[] utf8, int at, int width) {
    return width == 2
        ? (utf8[at] & 0x1F) << 6 | (utf8[at + 1] & 0x3F)
        : (utf8[at] & 0x0F) << 12 | (utf8[at + 1] & 0x3F) << 6 | (utf8[at + 2] & 0x3F);
  }
}
