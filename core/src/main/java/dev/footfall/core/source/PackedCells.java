package dev.footfall.core.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cells laid end to end in few bytes, row after row, each saying its own kind; {@link CellUnpacker}
 * makes columns of them again. Growing; not safe for use by several threads. It holds personal data
 * and prints only its length.
 */
public final class PackedCells {
  static final int NULL = 0x80;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST_VARINT = 10;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private byte[] bytes;
  private int length;

  /** Room for {@code capacity} bytes before it grows. */
  public PackedCells(int capacity) {
    bytes = new byte[capacity];
  }

  /** The array behind; valid until the next change. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes. */
  public int length() {
    return length;
  }

  /** Keeps the first {@code newLength} bytes. */
  public void cut(int newLength) {
    length = newLength;
  }

  /** Appends four bytes. */
  public void int32(int value) {
    ensure(Integer.BYTES);
    INTS.set(bytes, length, value);
    length += Integer.BYTES;
  }

  /** Replaces four bytes that were appended before. */
  public void int32(int at, int value) {
    INTS.set(bytes, at, value);
  }

  /** Four bytes at a place. */
  public static int int32(byte[] bytes, int at) {
    return (int) INTS.get(bytes, at);
  }

  /** Appends eight bytes. */
  public void int64(long value) {
    ensure(Long.BYTES);
    LONGS.set(bytes, length, value);
    length += Long.BYTES;
  }

  /** Eight bytes at a place. */
  public static long int64(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Appends {@code from[start, end)}. */
  public void raw(byte[] from, int start, int end) {
    ensure(end - start);
    System.arraycopy(from, start, bytes, length, end - start);
    length += end - start;
  }

  /** Appends a cell that is NULL. */
  @SuppressWarnings("EnumOrdinal") // read back by the same process
  void nothing(CellKind kind) {
    ensure(1);
    bytes[length++] = (byte) (kind.ordinal() | NULL);
  }

  /** Begins a cell whose value follows. */
  @SuppressWarnings("EnumOrdinal") // read back by the same process
  void something(CellKind kind) {
    ensure(1);
    bytes[length++] = (byte) kind.ordinal();
  }

  /** Appends a cell that holds a number. */
  @SuppressWarnings("EnumOrdinal") // read back by the same process
  void number(CellKind kind, long value) {
    ensure(1 + LONGEST_VARINT);
    bytes[length] = (byte) kind.ordinal();
    length = varint(length + 1, zigzag(value));
  }

  /** Appends a cell that holds {@code from[start, end)}. */
  @SuppressWarnings("EnumOrdinal") // read back by the same process
  void text(CellKind kind, byte[] from, int start, int end) {
    int size = end - start;
    ensure(1 + LONGEST_VARINT + size);
    bytes[length] = (byte) kind.ordinal();
    int at = varint(length + 1, size);
    System.arraycopy(from, start, bytes, at, size);
    length = at + size;
  }

  /** Appends a length that is small more often than not. */
  void count(int value) {
    unsigned(value);
  }

  /** Appends a number that is near zero more often than not. */
  void number(long value) {
    unsigned(zigzag(value));
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  void text(byte[] from, int start, int end) {
    count(end - start);
    raw(from, start, end);
  }

  private void unsigned(long value) {
    ensure(LONGEST_VARINT);
    length = varint(length, value);
  }

  /** Writes seven bits a byte; there is room. */
  private int varint(int start, long value) {
    long rest = value;
    int at = start;
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    return at;
  }

  private void ensure(int more) {
    if (more > bytes.length - length) {
      long wanted = (long) length + more;
      if (wanted > LARGEST) {
        throw new SourceFault(
            "ROW_TOO_LARGE", "The rows of one event are larger than 2 GB. Narrow the query");
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(wanted, bytes.length * 2L)));
    }
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
