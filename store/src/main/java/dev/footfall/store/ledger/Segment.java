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
  private static final int CROWDED = 64;

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
    return mayHold(Line.hash(high, low)) ? find(high, low, bucketStart(high), bucketEnd(high)) : -1;
  }

  /** False when no line has a key of this hash. */
  boolean mayHold(long hash) {
    return BloomFilter.mayHold(mapping, layout.bloom(), layout.bloomBlocks(), hash);
  }

  /** Brings the filter's words for this hash into the cache. */
  long touchFilter(long hash) {
    return mapping.longAt(BloomFilter.offset(layout.bloom(), layout.bloomBlocks(), hash));
  }

  /** The first line of the bucket that this key belongs to. */
  int bucketStart(long high) {
    int bucket = SegmentLayout.bucket(high, layout.bucketBits());
    return mapping.intAt(layout.buckets() + (long) bucket * Integer.BYTES);
  }

  /** The first line after the bucket that this key belongs to. */
  int bucketEnd(long high) {
    int bucket = SegmentLayout.bucket(high, layout.bucketBits());
    return mapping.intAt(layout.buckets() + (bucket + 1L) * Integer.BYTES);
  }

  /** Where a key probably lies in its bucket, for digests are spread evenly. */
  int guess(long high, int from, int to) {
    long within = high << layout.bucketBits() >>> Integer.SIZE;
    return from + (int) ((within * (to - from)) >>> Integer.SIZE);
  }

  /** Brings a line into the cache; any number is allowed. */
  long touchRow(int row) {
    return mapping.longAt(layout.row(Math.min(row, Math.max(0, layout.rows() - 1))));
  }

  /** The line of a key within its bucket, or -1. */
  int find(long high, long low, int from, int to) {
    if (from >= to) {
      return -1;
    }
    for (int b = from / SegmentLayout.BLOCK_ROWS; b <= (to - 1) / SegmentLayout.BLOCK_ROWS; b++) {
      check(b);
    }
    if (to - from > CROWDED) {
      return search(high, low, from, to);
    }
    int row = guess(high, from, to);
    int order = compare(row, high, low);
    int step = order < 0 ? 1 : -1;
    while (order != 0 && Integer.signum(order) == -step) {
      row += step;
      if (row < from || row >= to) {
        return -1;
      }
      order = compare(row, high, low);
    }
    return order == 0 ? row : -1;
  }

  private int search(long high, long low, int from, int to) {
    int first = from;
    int last = to - 1;
    while (first <= last) {
      int middle = (first + last) >>> 1;
      int order = compare(middle, high, low);
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

  private int compare(int row, long high, long low) {
    long at = layout.row(row);
    int order = Long.compareUnsigned(mapping.longAt(at), high);
    return order != 0 ? order : Long.compareUnsigned(mapping.longAt(at + Long.BYTES), low);
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
