package dev.footfall.core.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes columns of {@link PackedCells}: each cell has the kind, text, number and fingerprint of the
 * one that was packed. Goes through all rows column by column; one thread. Text is not copied, so
 * the bytes must stay as they are.
 */
public final class CellUnpacker {
  private static final boolean[] NO_NULLS = {};
  private static final CellKind[] KINDS = CellKind.values();

  private final byte[] bytes;
  private final int[] cursors;
  private final int rows;

  /**
   * Reads rows.
   *
   * @param cursors where each row's next cell begins; moved on by every column
   * @param rows how many of the cursors count
   */
  public CellUnpacker(byte[] bytes, int[] cursors, int rows) {
    this.bytes = bytes;
    this.cursors = cursors;
    this.rows = rows;
  }

  /** The rows' next cells as a column. */
  public Column column() {
    return isOneKind() ? column(0, rows) : mixed();
  }

  /** Passes the rows' next cells. */
  void skip() {
    for (int row = 0; row < rows; row++) {
      int tag = bytes[cursors[row]++];
      if (tag >= 0) {
        skip(KINDS[tag], row);
      }
    }
  }

  private void skip(CellKind kind, int row) {
    switch (kind) {
      case TEXT, NESTED -> skipBytes(row);
      case INTEGER, BOOLEAN, DATE, LOCAL_TIMESTAMP, INSTANT -> skipNumber(row);
      case REAL -> cursors[row] += Double.BYTES;
      case DECIMAL -> {
        skipNumber(row);
        int size = (int) unsigned(row);
        if (size == 0) {
          skipNumber(row);
        } else {
          cursors[row] += size;
        }
      }
    }
  }

  private void skipBytes(int row) {
    int size = (int) unsigned(row);
    cursors[row] += size;
  }

  private void skipNumber(int row) {
    int at = cursors[row];
    while (bytes[at] < 0) {
      at++;
    }
    cursors[row] = at + 1;
  }

  private boolean isOneKind() {
    int first = rows == 0 ? 0 : kindAt(0);
    for (int row = 1; row < rows; row++) {
      if (kindAt(row) != first) {
        return false;
      }
    }
    return true;
  }

  private int kindAt(int row) {
    return bytes[cursors[row]] & ~PackedCells.NULL;
  }

  private Column mixed() {
    List<Column> cells = new ArrayList<>(rows);
    boolean[] nulls = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      nulls[row] = bytes[cursors[row]] < 0;
      cells.add(column(row, row + 1));
    }
    return new MixedColumn(cells, nulls);
  }

  private Column column(int from, int to) {
    CellKind kind = from == to ? CellKind.TEXT : KINDS[kindAt(from) & 0x7F];
    boolean[] nulls = tags(from, to);
    return switch (kind) {
      case TEXT, NESTED -> texts(kind, nulls, from, to);
      case INTEGER, BOOLEAN, DATE, LOCAL_TIMESTAMP, INSTANT ->
          new LongColumn(kind, numbers(nulls, from, to), nulls);
      case REAL -> new RealColumn(reals(nulls, from, to), nulls);
      case DECIMAL -> decimals(nulls, from, to);
    };
  }

  /** Moves past the tags. */
  private boolean[] tags(int from, int to) {
    boolean[] nulls = NO_NULLS;
    for (int row = from; row < to; row++) {
      if (bytes[cursors[row]++] < 0) {
        if (nulls.length == 0) {
          nulls = new boolean[to - from];
        }
        nulls[row - from] = true;
      }
    }
    return nulls;
  }

  private static boolean isNull(boolean[] nulls, int at) {
    return nulls.length != 0 && nulls[at];
  }

  private Column texts(CellKind kind, boolean[] nulls, int from, int to) {
    int[] starts = new int[to - from];
    int[] ends = new int[to - from];
    for (int row = from; row < to; row++) {
      if (!isNull(nulls, row - from)) {
        int size = (int) unsigned(row);
        starts[row - from] = cursors[row];
        cursors[row] += size;
        ends[row - from] = cursors[row];
      }
    }
    return new TextColumn(kind, bytes, starts, ends, nulls);
  }

  private long[] numbers(boolean[] nulls, int from, int to) {
    long[] values = new long[to - from];
    for (int row = from; row < to; row++) {
      if (!isNull(nulls, row - from)) {
        values[row - from] = number(row);
      }
    }
    return values;
  }

  private double[] reals(boolean[] nulls, int from, int to) {
    double[] values = new double[to - from];
    for (int row = from; row < to; row++) {
      if (!isNull(nulls, row - from)) {
        values[row - from] = Double.longBitsToDouble(PackedCells.int64(bytes, cursors[row]));
        cursors[row] += Long.BYTES;
      }
    }
    return values;
  }

  private Column decimals(boolean[] nulls, int from, int to) {
    long[] unscaled = new long[to - from];
    int[] scales = new int[to - from];
    BigInteger[] large = {};
    for (int row = from; row < to; row++) {
      int at = row - from;
      if (!isNull(nulls, at)) {
        scales[at] = (int) number(row);
        int size = (int) unsigned(row);
        if (size == 0) {
          unscaled[at] = number(row);
        } else {
          large = large.length == 0 ? new BigInteger[to - from] : large;
          large[at] = new BigInteger(bytes, cursors[row], size);
          cursors[row] += size;
        }
      }
    }
    return large.length == 0 && isOneScale(scales, nulls)
        ? new DecimalColumn(firstScale(scales, nulls), unscaled, List.of(), nulls)
        : wide(unscaled, scales, large, nulls);
  }

  private static boolean isOneScale(int[] scales, boolean[] nulls) {
    int first = firstScale(scales, nulls);
    for (int i = 0; i < scales.length; i++) {
      if (scales[i] != first && !isNull(nulls, i)) {
        return false;
      }
    }
    return true;
  }

  private static int firstScale(int[] scales, boolean[] nulls) {
    for (int i = 0; i < scales.length; i++) {
      if (!isNull(nulls, i)) {
        return scales[i];
      }
    }
    return 0;
  }

  private static Column wide(long[] unscaled, int[] scales, BigInteger[] large, boolean[] nulls) {
    BigDecimal[] values = new BigDecimal[unscaled.length];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          large.length > 0 && large[i] != null
              ? new BigDecimal(large[i], scales[i])
              : BigDecimal.valueOf(unscaled[i], scales[i]);
    }
    int scale = Arrays.stream(scales).max().orElse(0);
    return new DecimalColumn(scale, new long[0], List.of(values), nulls);
  }

  private long number(int row) {
    long value = unsigned(row);
    return (value >>> 1) ^ -(value & 1);
  }

  private long unsigned(int row) {
    int at = cursors[row];
    long value = bytes[at];
    if (value < 0) {
      value &= 0x7F;
      int shift = 7;
      byte next;
      do {
        next = bytes[++at];
        value |= (next & 0x7FL) << shift;
        shift += 7;
      } while (next < 0);
    }
    cursors[row] = at + 1;
    return value;
  }
}
