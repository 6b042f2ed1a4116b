package dev.footfall.core.event;

import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.source.Text;
import java.util.Base64;

/** SHA-256 written as 44 characters of Base64. */
final class Base64Hash {
  private static final int LENGTH = 44;
  private static final boolean[] ALPHABET = alphabet();

  private Base64Hash() {}

  private static boolean[] alphabet() {
    boolean[] alphabet = new boolean[256];
    for (char c = '0'; c <= 'z'; c++) {
      alphabet[c] = Character.isLetterOrDigit(c);
    }
    alphabet['+'] = true;
    alphabet['/'] = true;
    return alphabet;
  }

  /** Whether a trimmed text is 32 bytes in Base64. */
  static boolean isOne(Text text) {
    if (text.length() != LENGTH || text.bytes()[text.end() - 1] != '=') {
      return false;
    }
    for (int i = text.start(); i < text.end() - 1; i++) {
      if (!ALPHABET[text.bytes()[i] & 0xFF]) {
        return false;
      }
    }
    return true;
  }

  /** Copies one; gives its length. */
  static int copy(Text text, byte[] out) {
    System.arraycopy(text.bytes(), text.start(), out, 0, LENGTH);
    return LENGTH;
  }

  /** Writes 64 hex digits so; gives the length. */
  static int ofHex(Text hex, byte[] out) {
    byte[] raw = new byte[Sha256.RAW];
    for (int i = 0; i < raw.length; i++) {
      int at = hex.start() + 2 * i;
      raw[i] =
          (byte)
              (Character.digit(hex.bytes()[at], 16) << 4
                  | Character.digit(hex.bytes()[at + 1], 16));
    }
    return ofRaw(raw, out);
  }

  /** Writes 32 bytes so; gives the length. */
  static int ofRaw(byte[] raw, byte[] out) {
    return Base64.getEncoder().encode(raw, out);
  }
}
