package dev.footfall.core.event;

import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The distinct values of one field in one order; arrays are reused. */
final class FieldValues {
  private static final int MOST = 10;

  private final Field.Gather gather;
  private final byte[][] values = new byte[MOST][64];
  private final int[] lengths = new int[MOST];
  private int size;

  FieldValues(Field.Gather gather) {
    this.gather = gather;
  }

  /** What became of a value. */
  enum Added {
    KEPT,
    SAME,
    CONFLICTING
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  Added add(byte[] bytes, int length) {
    for (int i = 0; i < size; i++) {
      if (Arrays.equals(values[i], 0, lengths[i], bytes, 0, length)) {
        return Added.SAME;
      }
    }
    if (size == MOST || (gather == Field.Gather.FIRST && size == 1)) {
      return Added.CONFLICTING;
    }
    int at = gather == Field.Gather.SORTED ? place(bytes, length) : size;
    byte[] spare = values[size];
    if (at < size) {
      System.arraycopy(values, at, values, at + 1, size - at); // the spare one is overwritten
      System.arraycopy(lengths, at, lengths, at + 1, size - at);
      values[at] = spare;
    }
    if (spare.length < length) {
      values[at] = new byte[length];
    }
    System.arraycopy(bytes, 0, values[at], 0, length);
    lengths[at] = length;
    size++;
    return Added.KEPT;
  }

  private int place(byte[] bytes, int length) {
    int at = size;
    while (at > 0
        && Arrays.compareUnsigned(values[at - 1], 0, lengths[at - 1], bytes, 0, length) > 0) {
      at--;
    }
    return at;
  }

  void value(int i, Text target) {
    target.set(values[i], 0, lengths[i]);
  }

  String text(int i) {
    return new String(values[i], 0, lengths[i], StandardCharsets.UTF_8);
  }
}
