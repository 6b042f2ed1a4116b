package dev.footfall.store.secret;

import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA-256 over length-prefixed parts, cut to 128 bits.
 *
 * <p>The two padded keys are digested once and cloned for every key, which halves the cost of
 * {@link javax.crypto.Mac}.
 */
final class HmacDigest implements KeyDigest {
  private static final int BLOCK = 64;
  private static final int LENGTH = 32;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final MessageDigest inner;
  private final MessageDigest outer;
  private final byte[] hash = new byte[LENGTH];
  private byte[] message = new byte[256];
  private int length;

  HmacDigest(byte[] key) {
    inner = padded(key, 0x36);
    outer = padded(key, 0x5c);
  }

  @Override
  public KeyDigest part(byte[] bytes, int start, int end) {
    int size = end - start;
    int needed = length + Integer.BYTES + size;
    if (needed > message.length) {
      message = Arrays.copyOf(message, Math.max(needed, 2 * message.length));
    }
    INT.set(message, length, size);
    System.arraycopy(bytes, start, message, length + Integer.BYTES, size);
    length = needed;
    return this;
  }

  @Override
  public LedgerKey finish() {
    try {
      digest(inner, message, length);
      digest(outer, hash, LENGTH);
    } catch (DigestException | CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
    }
    length = 0;
    return new LedgerKey((long) LONG.get(hash, 0), (long) LONG.get(hash, Long.BYTES));
  }

  private void digest(MessageDigest start, byte[] bytes, int size)
      throws DigestException, CloneNotSupportedException {
    MessageDigest digest = (MessageDigest) start.clone();
    digest.update(bytes, 0, size);
    digest.digest(hash, 0, LENGTH);
  }

  private static MessageDigest padded(byte[] key, int pad) {
    byte[] block = Arrays.copyOf(key, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      block[i] = (byte) (block[i] ^ pad);
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(block);
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
