package dev.footfall.core.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * 64-bit content hash for telling changed rows from unchanged ones. Fast and stable between runs
 * and machines; no cryptographic strength, so it is never used as an identity.
 */
public final class Fingerprint {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;

  private Fingerprint() {}

  /** Hash of {@code bytes[start, end)}. */
  public static long of(byte[] bytes, int start, int end) {
    long hash = PRIME_2 ^ (end - start);
    int at = start;
    for (; at + 8 <= end; at += 8) {
      hash = mix(hash, (long) LONGS.get(bytes, at));
    }
    long tail = 0;
    for (; at < end; at++) {
      tail = tail << 8 | (bytes[at] & 0xFF);
    }
    return mix(hash, tail);
  }

  /** Folds one more value into a hash; the order matters. */
  public static long mix(long hash, long value) {
    long x = (hash ^ value) * PRIME_1;
    x = Long.rotateLeft(x, 31) * PRIME_2;
    return x ^ (x >>> 29);
  }
}
