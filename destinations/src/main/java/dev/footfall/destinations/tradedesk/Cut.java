package dev.footfall.destinations.tradedesk;

import dev.footfall.core.source.Text;

/** Shortens texts by characters, never inside of one. */
final class Cut {
  private Cut() {}

  /** Moves the end of a text so that it has at most {@code most} characters; whether it moved. */
  static boolean to(int most, Text text) {
    if (text.length() <= most) {
      return false;
    }
    int characters = 0;
    for (int i = text.start(); i < text.end(); i++) {
      boolean begins = (text.bytes()[i] & 0xC0) != 0x80;
      if (begins && characters++ == most) {
        text.set(text.bytes(), text.start(), i);
        return true;
      }
    }
    return false;
  }

  /** Whether a text has more characters than that. */
  static boolean isLonger(int most, Text text) {
    return to(most, new Text().set(text.bytes(), text.start(), text.end()));
  }
}
