package dev.footfall.sources.duckdb;

import dev.footfall.core.source.CellKind;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.DecimalColumn;
import dev.footfall.core.source.LongColumn;
import dev.footfall.core.source.RealColumn;
import dev.footfall.core.source.TextColumn;
import dev.footfall.sources.JsonCells;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;

/** Arrow vectors, which the engine takes back, as columns on the heap: one copy a buffer. */
final class ArrowColumns {
  private static final boolean[] NO_NULLS = {};
  private static final long[] NO_LONGS = {};

  private ArrowColumns() {}

  static Column copy(FieldVector vector, CellKind kind) {
    int rows = vector.getValueCount();
    boolean[] nulls = nulls(vector, rows);
    if (vector instanceof VarCharVector text) {
      return text(text, kind, nulls);
    }
    if (vector instanceof DecimalVector decimal) {
      return decimals(decimal, nulls);
    }
    if (vector instanceof Float8Vector || vector instanceof Float4Vector) {
      return new RealColumn(doubles(vector, rows), nulls);
    }
    return new LongColumn(kind, longs(vector, rows), nulls);
  }

  private static long[] longs(FieldVector vector, int rows) {
    if (vector instanceof BigIntVector || vector instanceof TimeStampVector) {
      return longBuffer(vector.getDataBuffer(), rows);
    }
    if (vector instanceof IntVector || vector instanceof DateDayVector) {
      int[] narrow = new int[rows];
      bytes(vector.getDataBuffer(), rows * 4L).asIntBuffer().get(narrow);
      return Arrays.stream(narrow).asLongStream().toArray();
    }
    if (vector instanceof BitVector bits) {
      return IntStream.range(0, rows).mapToLong(i -> bits.isNull(i) ? 0 : bits.get(i)).toArray();
    }
    if (vector instanceof BaseIntVector whole) {
      return IntStream.range(0, rows)
          .mapToLong(i -> vector.isNull(i) ? 0 : whole.getValueAsLong(i))
          .toArray();
    }
    throw new IllegalStateException("no cells for a " + vector.getMinorType() + " vector");
  }

  private static double[] doubles(FieldVector vector, int rows) {
    double[] values = new double[rows];
    if (vector instanceof Float4Vector narrow) {
      for (int i = 0; i < rows; i++) {
        // By way of its digits, so that the float 1.1 stays 1.1.
        values[i] = narrow.isNull(i) ? 0 : Double.parseDouble(Float.toString(narrow.get(i)));
      }
    } else {
      bytes(vector.getDataBuffer(), rows * 8L).asDoubleBuffer().get(values);
    }
    return values;
  }

  private static Column text(VarCharVector vector, CellKind kind, boolean[] nulls) {
    int[] offsets = new int[vector.getValueCount() + 1];
    if (vector.getValueCount() > 0) {
      bytes(vector.getOffsetBuffer(), offsets.length * 4L).asIntBuffer().get(offsets);
    }
    byte[] data = new byte[offsets[offsets.length - 1]];
    if (data.length > 0) {
      vector.getDataBuffer().getBytes(0, data);
    }
    TextColumn texts = new TextColumn(kind, data, offsets, nulls);
    return kind == CellKind.NESTED ? JsonCells.column(texts, vector.getValueCount()) : texts;
  }

  private static Column decimals(DecimalVector vector, boolean[] nulls) {
    int rows = vector.getValueCount();
    long[] halves = longBuffer(vector.getDataBuffer(), rows * 2);
    long[] unscaled = new long[rows];
    boolean allFit = true;
    for (int i = 0; i < rows; i++) {
      unscaled[i] = halves[2 * i];
      boolean isNull = nulls.length != 0 && nulls[i];
      allFit &= isNull || halves[2 * i + 1] == unscaled[i] >> 63;
    }
    return allFit
        ? new DecimalColumn(vector.getScale(), unscaled, List.of(), nulls)
        : new DecimalColumn(
            vector.getScale(), NO_LONGS, wide(halves, vector.getScale(), nulls), nulls);
  }

  private static List<BigDecimal> wide(long[] halves, int scale, boolean[] nulls) {
    ByteBuffer number = ByteBuffer.allocate(16);
    return IntStream.range(0, halves.length / 2)
        .mapToObj(
            i -> {
              if (nulls.length != 0 && nulls[i]) {
                return BigDecimal.ZERO;
              }
              number.putLong(0, halves[2 * i + 1]).putLong(8, halves[2 * i]);
              return new BigDecimal(new BigInteger(number.array()), scale);
            })
        .toList();
  }

  private static boolean[] nulls(FieldVector vector, int rows) {
    if (vector.getNullCount() == 0) {
      return NO_NULLS;
    }
    byte[] bits = new byte[(rows + 7) / 8];
    vector.getValidityBuffer().getBytes(0, bits);
    boolean[] nulls = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      nulls[i] = (bits[i >> 3] >> (i & 7) & 1) == 0;
    }
    return nulls;
  }

  private static long[] longBuffer(ArrowBuf buffer, int count) {
    long[] values = new long[count];
    bytes(buffer, count * 8L).asLongBuffer().get(values);
    return values;
  }

  private static ByteBuffer bytes(ArrowBuf buffer, long length) {
    return buffer.nioBuffer(0, Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
  }
}
