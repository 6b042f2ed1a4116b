package dev.footfall.core.event;

import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing bytes, reused. Prints only its length, because it may hold personal data. */
public final class ByteBuilder {
  private byte[] bytes;
  private int length;

  /** Room for {@code capacity} bytes before it grows. */
  public ByteBuilder(int capacity) {
    bytes = new byte[capacity];
  }

  /** Forgets the content. */
  public ByteBuilder clear() {
    length = 0;
    return this;
  }

  /** Appends one byte. */
  public ByteBuilder add(int value) {
    ensure(1);
    bytes[length++] = (byte) value;
    return this;
  }

  /** Appends bytes. */
  public ByteBuilder add(byte[] more) {
    return add(more, 0, more.length);
  }

  /** Appends {@code more[start, end)}. */
  public ByteBuilder add(byte[] more, int start, int end) {
    ensure(end - start);
    System.arraycopy(more, start, bytes, length, end - start);
    length += end - start;
    return this;
  }

  /** Appends a text's bytes. */
  public ByteBuilder add(Text text) {
    return add(text.bytes(), text.start(), text.end());
  }

  /** Appends a whole number in decimal digits. */
  public ByteBuilder add(long number) {
    if (number < 0) {
      return add(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }
    int width = 1;
    for (long rest = number / 10; rest != 0; rest /= 10) {
      width++;
    }
    ensure(width);
    length += width;
    long rest = number;
    for (int at = length - 1, stop = length - width; at >= stop; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return this;
  }

  /** Makes room for {@code more} bytes behind the content. */
  public void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /** The array behind; valid until the next change. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes. */
  public int length() {
    return length;
  }

  /** Cuts or, after writing into {@link #bytes}, extends the content. */
  public void length(int newLength) {
    length = newLength;
  }

  /** A copy of the content. */
  public byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  /** Whether the content is the same as another's. */
  public boolean sameBytes(ByteBuilder other) {
    return Arrays.equals(bytes, 0, length, other.bytes, 0, other.length);
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
