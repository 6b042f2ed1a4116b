package dev.footfall.core.group;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts blocks with AES-128-GCM under a key that is made here and never leaves memory. A block
 * is sealed piece by piece; a piece's nonce is the block's number and its own, so none occurs
 * twice. One thread.
 *
 * <p>Pieces are short because the compiler counts calls, not bytes: whole blocks would be encrypted
 * by the interpreter for the first hundred megabytes.
 */
final class SpillCipher {
  private static final int PIECE = 8 << 10;
  private static final int TAG = 16;
  private static final int KEY = 16;
  private static final int NONCE = 12;

  private final SecretKeySpec key;
  private final Cipher cipher;
  private long blocks;

  SpillCipher() {
    byte[] random = new byte[KEY];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "AES");
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
  }

  /** The number of the next block. */
  long next() {
    return blocks++;
  }

  /** Bytes of a block of {@code length} when it is sealed. */
  static int sealed(int length) {
    return Math.addExact(length, (length + PIECE - 1) / PIECE * TAG);
  }

  /** Encrypts {@code plain[0, length)} into {@code target}. */
  void encrypt(long number, byte[] plain, int length, byte[] target) {
    try {
      for (int from = 0, to = 0; from < length; from += PIECE, to += PIECE + TAG) {
        cipher.init(Cipher.ENCRYPT_MODE, key, nonce(number, from / PIECE));
        cipher.doFinal(plain, from, Math.min(PIECE, length - from), target, to);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM refused a block", e);
    }
  }

  /**
   * Decrypts {@code sealed[0, length)} into {@code target} from {@code at}.
   *
   * @throws GeneralSecurityException when the bytes are not those that were written
   */
  void decrypt(long number, byte[] sealed, int length, byte[] target, int at)
      throws GeneralSecurityException {
    int to = at;
    for (int from = 0, piece = 0; from < length; from += PIECE + TAG, piece++) {
      cipher.init(Cipher.DECRYPT_MODE, key, nonce(number, piece));
      to += cipher.doFinal(sealed, from, Math.min(PIECE + TAG, length - from), target, to);
    }
  }

  private static GCMParameterSpec nonce(long number, int piece) {
    byte[] nonce = ByteBuffer.allocate(NONCE).putLong(number).putInt(piece).array();
    return new GCMParameterSpec(8 * TAG, nonce);
  }
}
