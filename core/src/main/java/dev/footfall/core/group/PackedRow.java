package dev.footfall.core.group;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.source.CellUnpacker;
import dev.footfall.core.source.Column;
import dev.footfall.core.source.Fingerprint;
import dev.footfall.core.source.PackedCells;
import dev.footfall.core.source.RowBatch;
import java.util.ArrayList;
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
   * The first {@code count} rows of those at {@code places}, as a batch of {@code width} columns.
   */
  static RowBatch batch(byte[] rows, int[] places, int count, int width) {
    long[] numbers = new long[count];
    long[] prints = new long[count];
    int[] cursors = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = PackedCells.int64(rows, places[i] + NUMBER);
      cursors[i] = keyEnd(rows, places[i]);
      prints[i] = Fingerprint.of(rows, cursors[i], places[i] + length(rows, places[i]));
    }
    CellUnpacker cells = new CellUnpacker(rows, cursors, count);
    List<Column> columns = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      columns.add(cells.column());
    }
    return new RowBatch(columns, numbers, prints);
  }
}
