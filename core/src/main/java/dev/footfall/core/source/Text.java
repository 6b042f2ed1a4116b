package dev.footfall.core.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A window on UTF-8 bytes: the text of a cell without a copy.
 *
 * <p>Reused from cell to cell, so it is valid only until the next read. It may hold personal data;
 * it therefore does not print itself. Not safe for use by several threads.
 */
public final class Text {
  private static final byte[] NOTHING = {};

  private byte[] bytes = NOTHING;
  private int start;
  private int end;

  /** A window on all of the text's UTF-8 bytes. */
  public static Text of(String text) {
    byte[] bytes = utf8(text);
    return new Text().set(bytes, 0, bytes.length);
  }

  /** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD, never a question mark. */
  public static byte[] utf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return hasLoneSurrogate(text) ? wellFormed(text).getBytes(StandardCharsets.UTF_8) : bytes;
  }

  /** Points this window at {@code bytes[start, end)}. */
  public Text set(byte[] bytes, int start, int end) {
    if (this.bytes != bytes) { // a store that changes nothing would still cost its GC barrier
      this.bytes = bytes;
    }
    this.start = start;
    this.end = end;
    return this;
  }

  /** The array that holds the bytes; never to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Index of the first byte. */
  public int start() {
    return start;
  }

  /** Index after the last byte. */
  public int end() {
    return end;
  }

  /** Length in bytes. */
  public int length() {
    return end - start;
  }

  /** Whether nothing is left, which after {@link #trim} means blank. */
  public boolean isEmpty() {
    return start == end;
  }

  /**
   * Narrows the window past white space at both ends: Unicode white space, U+00A0, U+200B to
   * U+200D, U+2060 and U+FEFF.
   */
  public Text trim() {
    while (start < end && bytes[start] <= ' ') { // above are letters and digits, negative the rest
      int width = WhiteSpace.widthAt(bytes, start, end);
      if (width == 0) {
        break;
      }
      start += width;
    }
    while (start < end && bytes[end - 1] <= ' ') {
      int width = WhiteSpace.widthBefore(bytes, start, end);
      if (width == 0) {
        break;
      }
      end -= width;
    }
    return this;
  }

  /** Whether every byte is ASCII. */
  public boolean isAscii() {
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether this window shows the same bytes as {@code other}. */
  public boolean sameBytes(Text other) {
    return Arrays.equals(bytes, start, end, other.bytes, other.start, other.end);
  }

  /** Whether this window shows exactly these bytes. */
  public boolean sameBytes(byte[] other) {
    return Arrays.equals(bytes, start, end, other, 0, other.length);
  }

  /** A copy of the bytes shown. */
  public byte[] copy() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /** The text as a string; malformed bytes become U+FFFD. */
  public String decode() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Only the length, because the text may be personal. */
  @Override
  public String toString() {
    return "Text of " + length() + " bytes";
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return true;
        }
      }
    }
    return false;
  }

  private static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return out.toString();
  }
}
