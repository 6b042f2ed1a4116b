package dev.footfall.core.ledger;

import java.nio.charset.StandardCharsets;

/**
 * Turns the parts of an identity into a {@link LedgerKey}, part by part.
 *
 * <p>Parts are framed: {@code ("ab", "c")} and {@code ("a", "bc")} give different keys. The same
 * parts give the same key for as long as the installation keeps its secret. One instance serves one
 * thread.
 */
public interface KeyDigest {
  /** Adds the next part of the identity, the bytes from {@code start} up to {@code end}. */
  KeyDigest part(byte[] bytes, int start, int end);

  /** Adds the next part of the identity as UTF-8. */
  default KeyDigest part(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return part(bytes, 0, bytes.length);
  }

  /** The key of the parts since the last call; the next key starts afresh. */
  LedgerKey finish();

  /** Digests without a secret, for keys that never leave memory. */
  static KeyDigest unkeyed() {
    return new UnkeyedDigest();
  }
}
