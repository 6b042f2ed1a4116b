package dev.footfall.store.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM under a key derived from the installation's secret.
 *
 * <p>What was sealed under one name cannot be opened under another. Safe for several threads.
 */
public final class TokenCipher {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /** A cipher of this installation. */
  public TokenCipher(InstallationSecret secret) {
    this.key = new SecretKeySpec(secret.derive("footfall tokens 1"), "AES");
  }

  /** Version, nonce and cipher text. */
  public byte[] seal(String name, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] cipherText = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(plain);
      byte[] sealed = new byte[1 + NONCE + cipherText.length];
      sealed[0] = VERSION;
      System.arraycopy(nonce, 0, sealed, 1, NONCE);
      System.arraycopy(cipherText, 0, sealed, 1 + NONCE, cipherText.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** The plain bytes; fails when they were sealed otherwise or altered since. */
  public byte[] open(String name, byte[] sealed) {
    if (sealed.length <= 1 + NONCE || sealed[0] != VERSION) {
      throw unreadable(name);
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, name, nonce)
          .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
    } catch (GeneralSecurityException e) {
      throw unreadable(name);
    }
  }

  private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static IllegalStateException unreadable(String name) {
    return new IllegalStateException(
        "the stored tokens of credential "
            + name
            + " cannot be decrypted: they were altered or come from another installation;"
            + " authorise the credential again");
  }
}
