package dev.footfall.sandbox.uid2;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The operator's envelope: AES-256-GCM around an instant, a nonce and a document. A request has one
 * version byte in front, an answer has none.
 */
final class Uid2Envelope {
  private static final int VERSION = 1;
  private static final int IV = 12;
  private static final int TAG = 16;
  private static final int HEAD = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final long millis;
  private final long nonce;
  private final byte[] document;

  /** By the sender's clock, with eight bytes that the answer echoes. */
  Uid2Envelope(long millis, long nonce, byte[] document) {
    this.millis = millis;
    this.nonce = nonce;
    this.document = document;
  }

  long millis() {
    return millis;
  }

  long nonce() {
    return nonce;
  }

  /** The JSON inside; not to be changed. */
  byte[] document() {
    return document;
  }

  /** Thrown for what is no envelope of this key, in the operator's words. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String words) {
      super(words);
    }

    /** The operator's words. */
    String words() {
      return Optional.ofNullable(getMessage()).orElse("");
    }
  }

  /** Opens a request. */
  static Uid2Envelope open(byte[] sealed, byte[] secret) throws Unreadable {
    if (sealed.length < 1 + IV + HEAD + TAG) {
      throw new Unreadable("Invalid body: Body too short. Check encryption key.");
    } else if (sealed[0] != VERSION) {
      throw new Unreadable("Invalid body: Version mismatch.");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, secret, Arrays.copyOfRange(sealed, 1, 1 + IV));
      ByteBuffer plain = ByteBuffer.wrap(cipher.doFinal(sealed, 1 + IV, sealed.length - 1 - IV));
      long millis = plain.getLong();
      long nonce = plain.getLong();
      byte[] document = new byte[plain.remaining()];
      plain.get(document);
      return new Uid2Envelope(millis, nonce, document);
    } catch (GeneralSecurityException e) {
      throw new Unreadable("Invalid body: Check encryption key (ClientSecret)");
    }
  }

  /** Seals an answer. */
  byte[] seal(byte[] secret) {
    byte[] iv = new byte[IV];
    RANDOM.nextBytes(iv);
    ByteBuffer plain = ByteBuffer.allocate(HEAD + document.length);
    plain.putLong(millis).putLong(nonce).put(document);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, secret, iv).doFinal(plain.array());
      return ByteBuffer.allocate(IV + sealed.length).put(iv).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher cipher(int mode, byte[] secret, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG * 8, iv));
    return cipher;
  }
}
