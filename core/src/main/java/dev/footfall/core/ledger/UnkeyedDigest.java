package dev.footfall.core.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Keys of a ledger that forgets, so that they need no secret. */
final class UnkeyedDigest implements KeyDigest {
  private final MessageDigest sha256;

  UnkeyedDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public KeyDigest part(byte[] bytes, int start, int end) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(end - start).flip());
    sha256.update(bytes, start, end - start);
    return this;
  }

  @Override
  public LedgerKey finish() {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return new LedgerKey(digest.getLong(), digest.getLong());
  }
}
