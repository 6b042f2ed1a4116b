package dev.footfall.destinations.tradedesk;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The operator's envelope: AES-256-GCM around a time, a nonce and a document. A request has a
 * version before it, an answer has none.
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to one reader, never compared
record SealedLetter(long millis, byte[] nonce, byte[] document) {
  /** Bytes of a nonce. */
  static final int NONCE = 8;

  /** Bytes of an initialisation vector. */
  static final int IV = 12;

  private static final int VERSION = 1;
  private static final int TAG = 16;
  private static final int HEAD = Long.BYTES + NONCE;

  /**
   * The bytes of a request.
   *
   * @param key 32 bytes
   * @param iv never used twice with one key
   */
  byte[] seal(byte[] key, byte[] iv) {
    ByteBuffer plain = ByteBuffer.allocate(HEAD + document.length);
    plain.putLong(millis).put(nonce).put(document);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, iv).doFinal(plain.array());
      return ByteBuffer.allocate(1 + IV + sealed.length)
          .put((byte) VERSION)
          .put(iv)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException cannotBe) {
      throw new IllegalStateException("every Java platform has AES-GCM", cannotBe);
    }
  }

  /** Opens an answer; empty when it was not sealed with that key. */
  static Optional<SealedLetter> open(byte[] key, byte[] answer) {
    if (answer.length < IV + HEAD + TAG) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(answer, IV));
      ByteBuffer plain = ByteBuffer.wrap(cipher.doFinal(answer, IV, answer.length - IV));
      long millis = plain.getLong();
      byte[] nonce = new byte[NONCE];
      byte[] document = new byte[plain.remaining() - NONCE];
      plain.get(nonce).get(document);
      return Optional.of(new SealedLetter(millis, nonce, document));
    } catch (GeneralSecurityException notOurs) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, iv));
    return cipher;
  }

  @Override
  public String toString() {
    return "SealedLetter of " + document.length + " bytes";
  }
}
