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

  /** Bytes from which four hashes side by side are worth it. */
  private static final int LONG = 128;

  private static final int STRIDE = 32;

  private Fingerprint() {}

  /** Hash of {@code bytes[start, end)}. */
  public static long of(byte[] bytes, int start, int end) {
    long hash = PRIME_2 ^ (end - start);
    int at = start;
    if (end - start >= LONG) {
      at = end - (end - start) % STRIDE;
      hash = ofStrides(hash, bytes, start, at);
    }
    for (; at + 8 <= end; at += 8) {
      hash = mix(hash, (long) LONGS.get(bytes, at));
    }
    long tail = 0;
    for (; at < end; at++) {
      tail = tail << 8 | (bytes[at] & 0xFF);
    }
    return mix(hash, tail);
  }

  /** Four hashes side by side: one alone would wait for each product before the next. */
  private static long ofStrides(long seed, byte[] bytes, int start, int end) {
    long first = seed;
    long second = seed + PRIME_1;
    long third = seed + PRIME_2;
    long fourth = seed - PRIME_1;
    for (int at = start; at < end; at += STRIDE) {
      first = mix(first, (long) LONGS.get(bytes, at));
      second = mix(second, (long) LONGS.get(bytes, at + 8));
      third = mix(third, (long) LONGS.get(bytes, at + 16));
      fourth = mix(fourth, (long) LONGS.get(bytes, at + 24));
    }
    return mix(mix(mix(first, second), third), fourth);
  }

  /** Folds one more value into a hash; the order matters. */
  public static long mix(long hash, long value) {
    long x = (hash ^ value) * PRIME_1;
    x = Long.rotateLeft(x, 31) * PRIME_2;
    return x ^ (x >>> 29);
  }
}
