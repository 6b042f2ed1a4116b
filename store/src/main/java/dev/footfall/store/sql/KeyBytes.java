package dev.footfall.store.sql;

import dev.footfall.core.ledger.LedgerKey;
import java.nio.ByteBuffer;

/** Keyed digests as the 16 bytes that a column holds. */
final class KeyBytes {
  private KeyBytes() {}

  static byte[] of(LedgerKey key) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(key.high()).putLong(key.low()).array();
  }

  static LedgerKey read(byte[] bytes) {
    ByteBuffer key = ByteBuffer.wrap(bytes);
    return new LedgerKey(key.getLong(), key.getLong());
  }
}
