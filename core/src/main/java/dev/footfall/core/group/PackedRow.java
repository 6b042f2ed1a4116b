package dev.footfall.core.group;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Fingerprint;
import dev.footfall.core.source.PackedCells;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.UnpackedColumns;
import java.util.List;

/**
 * How a row lies in packed bytes: its length and that of its key, where it stood in the source, the
 * key, the cells.
 */
final class PackedRow {
  private static final int KEY_LENGTH = Integer.BYTES;
  private static final int NUMBER = 2 * Integer.BYTES;
  private static final int KEY = NUMBER + Long.BYTES;

  private PackedRow() {}

  static void add(RowBatch batch, int row, ByteBuilder key, PackedCells target) {
    int start = target.length();
    target.int32(0);
    target.int32(key.length());
    target.int64(batch.rowNumbers()[row]);
    target.raw(key.bytes(), 0, key.length());
    List<Column> columns = batch.columns();
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).pack(row, target);
    }
    target.int32(start, target.length() - start);
  }

  /** Bytes of the row at a place. */
  static int length(byte[] rows, int at) {
    return PackedCells.int32(rows, at);
  }

  static int keyStart(int at) {
    return at + KEY;
  }

  static int keyEnd(byte[] rows, int at) {
    return at + KEY + PackedCells.int32(rows, at + KEY_LENGTH);
  }

  static long hash(byte[] rows, int at) {
    return Fingerprint.of(rows, keyStart(at), keyEnd(rows, at));
  }

  static long hash(ByteBuilder key) {
    return Fingerprint.of(key.bytes(), 0, key.length());
  }

  /**
   * The first {@code count} rows of those at {@code places}, as a batch of {@code width} columns
   * with bytes of its own.
   */
  static RowBatch batch(byte[] rows, int[] places, int count, int width) {
    long[] numbers = new long[count];
    long[] prints = new long[count];
    int[] cursors = new int[count];
    PackedCells cells = new PackedCells(cellBytes(rows, places, count));
    for (int i = 0; i < count; i++) {
      int start = keyEnd(rows, places[i]);
      int end = places[i] + length(rows, places[i]);
      numbers[i] = PackedCells.int64(rows, places[i] + NUMBER);
      prints[i] = Fingerprint.of(rows, start, end);
      cursors[i] = cells.length();
      cells.raw(rows, start, end);
    }
    return new RowBatch(new UnpackedColumns(cells.bytes(), cursors, width), numbers, prints);
  }

  private static int cellBytes(byte[] rows, int[] places, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += places[i] + length(rows, places[i]) - keyEnd(rows, places[i]);
    }
    return sum;
  }
}
