package dev.footfall.core.group;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts blocks with AES-128-GCM under a key that is made here and never leaves memory. Each
 * block's nonce is its number, so none occurs twice. One thread.
 */
final class SpillCipher {
  /** How much longer a block becomes. */
  static final int TAG = 16;

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

  /** Encrypts {@code plain[0, length)} into {@code target}. */
  void encrypt(long number, byte[] plain, int length, byte[] target) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, nonce(number));
      cipher.doFinal(plain, 0, length, target, 0);
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
    cipher.init(Cipher.DECRYPT_MODE, key, nonce(number));
    cipher.doFinal(sealed, 0, length, target, at);
  }

  private static GCMParameterSpec nonce(long number) {
    byte[] nonce = new byte[NONCE];
    for (int i = 0; i < Long.BYTES; i++) {
      nonce[i] = (byte) (number >>> (8 * i));
    }
    return new GCMParameterSpec(8 * TAG, nonce);
  }
}
