package dev.footfall.destinations.tiktok;

import dev.footfall.core.source.Text;

/** Cuts texts at a number of characters, never inside one. */
final class CutText {
  private static final int LONGEST = 1000;

  private CutText() {}

  /** Cuts the window to 1,000 code points; whether anything went. */
  static boolean cut(Text text) {
    return text.length() > LONGEST && cutTo(text, LONGEST);
  }

  /** Whether a text has more than so many code points. */
  static boolean isLonger(Text text, int most) {
    return text.length() > most && lengthOf(text, most) < text.length();
  }

  private static boolean cutTo(Text text, int most) {
    int length = lengthOf(text, most);
    boolean isCut = length < text.length();
    text.set(text.bytes(), text.start(), text.start() + length);
    return isCut;
  }

  /** Bytes of the first {@code most} code points. */
  private static int lengthOf(Text text, int most) {
    int count = 0;
    for (int i = text.start(); i < text.end(); i++) {
      boolean begins = (text.bytes()[i] & 0xC0) != 0x80;
      if (begins && ++count > most) {
        return i - text.start();
      }
    }
    return text.length();
  }
}
