package dev.footfall.core.normalise;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable map from short texts to short ASCII texts, looked up by bytes without an object.
 *
 * <p>Safe for many threads.
 */
final class Words {
  private final byte[][] keys;
  private final byte[][] values;

  Words(Map<String, String> words) {
    int slots = Integer.highestOneBit(Math.max(words.size(), 4)) * 4;
    keys = new byte[slots][];
    values = new byte[slots][];
    words.forEach(
        (key, value) -> {
          byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
          int slot = hash(bytes, 0, bytes.length) & (slots - 1);
          while (keys[slot] != null) {
            slot = (slot + 1) & (slots - 1);
          }
          keys[slot] = bytes;
          values[slot] = value.getBytes(StandardCharsets.US_ASCII);
        });
  }

  /** The text for a key, if there is one. */
  Optional<String> find(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    int slot = slot(bytes, 0, bytes.length);
    return slot < 0
        ? Optional.empty()
        : Optional.of(new String(values[slot], StandardCharsets.US_ASCII));
  }

  /**
   * Replaces the key {@code bytes[0, length)} by its text.
   *
   * @return length of the text, or {@link Normaliser#REFUSED} when there is none
   */
  int replace(byte[] bytes, int length) {
    int slot = slot(bytes, 0, length);
    if (slot < 0) {
      return Normaliser.REFUSED;
    }
    byte[] value = values[slot];
    System.arraycopy(value, 0, bytes, 0, value.length);
    return value.length;
  }

  private int slot(byte[] bytes, int start, int end) {
    int slot = hash(bytes, start, end) & (keys.length - 1);
    while (keys[slot] != null) {
      byte[] key = keys[slot];
      if (Arrays.equals(key, 0, key.length, bytes, start, end)) {
        return slot;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return -1;
  }

  private static int hash(byte[] bytes, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + bytes[i];
    }
    return hash ^ (hash >>> 15);
  }
}
