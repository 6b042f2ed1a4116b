package dev.footfall.store.secret;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** One key of 256 bits under which tokens are sealed. Cannot be printed by accident. */
final class TokenKey {
  static final int LENGTH = 32;
  private static final String DIGITS = "[0-9a-fA-F]{" + 2 * LENGTH + "}";
  private static final byte[] NUMBER = "footfall token key 1".getBytes(StandardCharsets.UTF_8);

  private final byte[] bytes;

  private TokenKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static TokenKey random() {
    byte[] fresh = new byte[LENGTH];
    new SecureRandom().nextBytes(fresh);
    return new TokenKey(fresh);
  }

  /** The key that an installation's secret gives for a purpose. */
  static TokenKey derived(InstallationSecret secret, String purpose) {
    return new TokenKey(secret.derive(purpose));
  }

  static boolean isKey(String text) {
    return text.matches(DIGITS);
  }

  /** The key that 64 hexadecimal digits stand for. */
  static TokenKey of(String digits) {
    return new TokenKey(HexFormat.of().parseHex(digits));
  }

  String digits() {
    return HexFormat.of().formatHex(bytes);
  }

  /** Tells keys apart; follows from the key, and nothing of the key from it. */
  int number() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(NUMBER);
      return ByteBuffer.wrap(sha256.digest(bytes)).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What people call the key. */
  String name() {
    return name(number());
  }

  static String name(int number) {
    return HexFormat.of().toHexDigits(number);
  }

  /** The key as the library takes it, its number before what it seals. */
  @AccessesPartialKey
  AesGcmKey numbered() throws GeneralSecurityException {
    return AesGcmKey.builder()
        .setParameters(PredefinedAeadParameters.AES256_GCM)
        .setKeyBytes(secretBytes())
        .setIdRequirement(number())
        .build();
  }

  /** The key as the library takes it, nothing before what it seals. */
  @AccessesPartialKey
  AesGcmKey plain() throws GeneralSecurityException {
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(LENGTH)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.NO_PREFIX)
            .build();
    return AesGcmKey.builder().setParameters(parameters).setKeyBytes(secretBytes()).build();
  }

  private SecretBytes secretBytes() {
    return SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TokenKey key && MessageDigest.isEqual(key.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return number();
  }

  @Override
  public String toString() {
    return "key " + name();
  }
}
