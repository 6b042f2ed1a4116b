package dev.footfall.store.ledger;

import dev.footfall.core.ledger.LedgerDamaged;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An immutable file of lines, ascending by key.
 *
 * <p>Filter and index are checked when it is opened, a block of lines when it is first read. Safe
 * for several threads.
 */
final class Segment {
  private final Path file;
  private final Mapping mapping;
  private final SegmentLayout layout;
  private final long oldest;
  private final long newest;
  private final long[] checked; // one bit a block; a race only checks a block twice

  Segment(Path file) throws IOException {
    this.file = file;
    this.mapping = new Mapping(file);
    this.layout = readLayout();
    long footer = layout.footer();
    this.oldest = mapping.longAt(footer + 16);
    this.newest = mapping.longAt(footer + 24);
    if (mapping.crc(layout.checksums(), footer + 32) != mapping.intAt(footer + 32)) {
      throw damaged("its index does not match its checksum");
    }
    this.checked = new long[(layout.blocks() + Long.SIZE - 1) / Long.SIZE];
  }

  private SegmentLayout readLayout() {
    int size = mapping.size();
    if (size < SegmentLayout.HEADER + SegmentLayout.FOOTER
        || mapping.intAt(0) != SegmentLayout.MAGIC) {
      throw damaged("it is no ledger segment");
    }
    if (mapping.intAt(4) != SegmentLayout.VERSION) {
      throw damaged("its format " + mapping.intAt(4) + " is that of a newer Footfall; upgrade");
    }
    int footer = size - SegmentLayout.FOOTER;
    int rows = mapping.intAt(footer);
    int bucketBits = mapping.intAt(footer + 4);
    int bloomBlocks = mapping.intAt(footer + 8);
    boolean sane = rows >= 0 && bucketBits > 0 && bucketBits < 28 && bloomBlocks > 0;
    if (!sane || new SegmentLayout(rows, bucketBits, bloomBlocks).fileSize() != size) {
      throw damaged("its length is wrong");
    }
    return new SegmentLayout(rows, bucketBits, bloomBlocks);
  }

  Path file() {
    return file;
  }

  int rows() {
    return layout.rows();
  }

  /** When its oldest line was claimed, Unix seconds. */
  long oldest() {
    return oldest;
  }

  /** When its newest line was claimed, Unix seconds. */
  long newest() {
    return newest;
  }

  /** The line of a key, or -1. */
  int find(long high, long low) {
    if (!BloomFilter.mayHold(mapping, layout.bloom(), layout.bloomBlocks(), Line.hash(high, low))) {
      return -1;
    }
    int bits = layout.bucketBits();
    long bucket = layout.buckets() + (long) SegmentLayout.bucket(high, bits) * Integer.BYTES;
    int from = mapping.intAt(bucket);
    int to = mapping.intAt(bucket + Integer.BYTES);
    if (from >= to) {
      return -1;
    }
    for (int b = from / SegmentLayout.BLOCK_ROWS; b <= (to - 1) / SegmentLayout.BLOCK_ROWS; b++) {
      check(b);
    }
    return search(high, low, from, to);
  }

  private int search(long high, long low, int from, int to) {
    int first = from;
    int last = to - 1;
    while (first <= last) {
      int middle = (first + last) >>> 1;
      long at = layout.row(middle);
      int order = Long.compareUnsigned(mapping.longAt(at), high);
      if (order == 0) {
        order = Long.compareUnsigned(mapping.longAt(at + Long.BYTES), low);
      }
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        first = middle + 1;
      } else {
        last = middle - 1;
      }
    }
    return -1;
  }

  /** Copies a line out. */
  void read(int row, long[] words, int at) {
    check(row / SegmentLayout.BLOCK_ROWS);
    long offset = layout.row(row);
    for (int i = 0; i < Line.WORDS; i++) {
      words[at + i] = mapping.longAt(offset + (long) i * Long.BYTES);
    }
  }

  private void check(int block) {
    if ((checked[block >> 6] >>> block & 1) != 0) {
      return;
    }
    long from = layout.row((long) block * SegmentLayout.BLOCK_ROWS);
    long to = Math.min(from + SegmentLayout.BLOCK_BYTES, layout.checksums());
    int expected = mapping.intAt(layout.checksums() + (long) block * Integer.BYTES);
    if (mapping.crc(from, to) != expected) {
      throw damaged("block " + block + " does not match its checksum");
    }
    checked[block >> 6] |= 1L << block;
  }

  private LedgerDamaged damaged(String what) {
    return new LedgerDamaged(
        "ledger file " + file + ": " + what + "; restore the ledger's folder from a backup");
  }
}
