package dev.footfall.core.group;

import dev.footfall.core.event.ByteBuilder;
import dev.footfall.core.source.PackedCells;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.SourceFault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows on disk, parted by hashes of their keys, so that the rows of one group are in one part. A
 * part that is too large to load is parted again by other bits. One thread.
 */
final class Partitions implements AutoCloseable {
  static final int COUNT = 64;
  private static final int BITS = 6;

  /** Five times 64 parts are a thousand million; the hash's low half is left to the table. */
  private static final int DEEPEST = 4;

  private static final int LARGEST_KEPT = 1 << 20;

  private final Spill spill;
  private final int depth;
  private final SpillFile file;
  private final List<Part> parts = IntStream.range(0, COUNT).mapToObj(i -> new Part()).toList();

  /** One part: what was written of it, and what was not yet. */
  private static final class Part {
    private final List<SpillFile.Block> blocks = new ArrayList<>();
    private PackedCells open = new PackedCells(0);
    private long size;
    private long rows;
    private long firstHash;
    private boolean hasSeveralKeys;
  }

  Partitions(Spill spill, int depth) {
    this.spill = spill;
    this.depth = depth;
    this.file = spill.file();
  }

  /** Takes a row. */
  void add(RowBatch batch, int row, ByteBuilder key) {
    long hash = PackedRow.hash(key);
    Part part = part(hash);
    PackedRow.add(batch, row, key, part.open);
    added(part, hash);
  }

  /** Takes all rows in {@code rows[0, length)}. */
  void addAll(byte[] rows, int length) {
    int end;
    for (int at = 0; at < length; at = end) {
      end = at + PackedRow.length(rows, at);
      long hash = PackedRow.hash(rows, at);
      Part part = part(hash);
      part.open.raw(rows, at, end);
      added(part, hash);
    }
  }

  private Part part(long hash) {
    Part part = parts.get((int) (hash >>> (Long.SIZE - BITS * (depth + 1))) & (COUNT - 1));
    if (part.open.bytes().length == 0) {
      part.open = new PackedCells(spill.block() * 5 / 4);
    }
    return part;
  }

  private void added(Part part, long hash) {
    if (part.rows++ == 0) {
      part.firstHash = hash;
    }
    part.hasSeveralKeys |= hash != part.firstHash;
    if (part.open.length() >= spill.block()) {
      write(part);
    }
  }

  private void write(Part part) {
    int length = part.open.length();
    if (length > 0) {
      part.blocks.add(file.write(part.open.bytes(), length));
      part.size += length;
      part.open.cut(0);
      if (part.open.bytes().length > LARGEST_KEPT) {
        part.open = new PackedCells(0);
      }
    }
  }

  /**
   * Hands over every group, part by part, until no more are wanted; nothing may be added after.
   *
   * @return whether more are wanted
   */
  boolean handOver(int width, Grouping.Receiver receiver) throws InterruptedException {
    for (Part part : parts) {
      write(part);
      part.open = new PackedCells(0);
    }
    for (Part part : parts) {
      if (part.size > 0 && !handOver(part, width, receiver)) {
        return false;
      }
    }
    return true;
  }

  private boolean handOver(Part part, int width, Grouping.Receiver receiver)
      throws InterruptedException {
    if (part.size <= spill.memory() || depth == DEEPEST || !part.hasSeveralKeys) {
      return load(part).handOver(width, receiver);
    }
    try (Partitions smaller = new Partitions(spill, depth + 1)) {
      byte[] rows = {};
      for (SpillFile.Block block : part.blocks) {
        if (rows.length < block.length()) {
          rows = new byte[block.length()];
        }
        file.read(block, rows, 0);
        smaller.addAll(rows, block.length());
      }
      return smaller.handOver(width, receiver);
    }
  }

  private KeyedRows load(Part part) {
    if (part.size > Integer.MAX_VALUE - 8) {
      throw new SourceFault(
          "ORDER_TOO_LARGE",
          "More than 2 GB of rows have one order id. Check the query's order_id");
    }
    byte[] rows = spill.room((int) part.size);
    int length = 0;
    for (SpillFile.Block block : part.blocks) {
      file.read(block, rows, length);
      length += block.length();
    }
    return new KeyedRows(rows, length, Math.toIntExact(part.rows));
  }

  @Override
  public void close() {
    file.close();
  }
}
