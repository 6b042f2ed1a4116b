package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of normalised bytes, as hex or raw, without an object per value.
 *
 * <p>Not safe for use by several threads; {@link #ofThread} gives each its own.
 */
public final class Sha256 {
  /** Length of a digest in hex digits. */
  public static final int HEX = 64;

  /** Length of a digest in bytes. */
  public static final int RAW = 32;

  private static final ThreadLocal<Sha256> OF_THREAD = ThreadLocal.withInitial(Sha256::new);
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };
  private static final short[] PAIRS = pairs();
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final byte[] LOWER_HEX = lowerHex();

  private final MessageDigest digest = sha256();
  private final byte[] raw = new byte[RAW];

  /** The calling thread's own. */
  public static Sha256 ofThread() {
    return OF_THREAD.get();
  }

  /**
   * Hashes {@code in[0, length)} and writes 64 lower-case hex digits at {@code at}.
   *
   * @return the index after them
   */
  public int hexInto(byte[] in, int length, byte[] out, int at) {
    return hexInto(in, 0, length, out, at);
  }

  /** As {@link #hexInto(byte[], int, byte[], int)}, for the bytes that a text shows. */
  public int hexInto(Text text, byte[] out, int at) {
    return hexInto(text.bytes(), text.start(), text.length(), out, at);
  }

  /**
   * Hashes {@code in[0, length)} and writes the 32 raw bytes at {@code at}; may write over its own
   * input.
   *
   * @return the index after them
   */
  public int rawInto(byte[] in, int length, byte[] out, int at) {
    digest(in, 0, length);
    System.arraycopy(raw, 0, out, at, RAW);
    return at + RAW;
  }

  /** Whether a trimmed text is a digest already: exactly 64 hex digits in any case. */
  public static boolean isHex64(Text text) {
    if (text.length() != HEX) {
      return false;
    }
    byte[] bytes = text.bytes();
    for (int i = text.start(); i < text.end(); i++) {
      if (LOWER_HEX[bytes[i] & 0xFF] == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Copies hex digits in lower case to {@code at}.
   *
   * @return the index after them
   */
  public static int lowerHexInto(Text hex, byte[] out, int at) {
    byte[] bytes = hex.bytes();
    int to = at;
    for (int i = hex.start(); i < hex.end(); i++) {
      out[to++] = LOWER_HEX[bytes[i] & 0xFF];
    }
    return to;
  }

  private int hexInto(byte[] in, int start, int length, byte[] out, int at) {
    digest(in, start, length);
    int to = at;
    for (int i = 0; i < RAW; i++) {
      SHORTS.set(out, to, PAIRS[raw[i] & 0xFF]);
      to += 2;
    }
    return to;
  }

  private void digest(byte[] in, int start, int length) {
    try {
      digest.update(in, start, length);
      digest.digest(raw, 0, RAW);
    } catch (DigestException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException cannotBe) {
      throw new IllegalStateException("every Java platform has SHA-256", cannotBe);
    }
  }

  private static short[] pairs() {
    short[] pairs = new short[256];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (short) ((DIGITS[i >> 4] << 8) | DIGITS[i & 15]);
    }
    return pairs;
  }

  private static byte[] lowerHex() {
    byte[] table = new byte[256];
    for (byte digit : DIGITS) {
      table[digit] = digit;
      if (digit >= 'a') {
        table[digit - 32] = digit;
      }
    }
    return table;
  }
}
