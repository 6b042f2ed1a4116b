package dev.footfall.store.ledger;

/**
 * Where things lie in a segment file.
 *
 * <p>Header (magic, version, padding) · lines ascending by key · checksum of every block of lines ·
 * first line of every bucket of keys · Bloom filter · footer.
 *
 * @param rows number of lines
 * @param bucketBits how many leading key bits name a bucket
 * @param bloomBlocks size of the filter
 */
record SegmentLayout(int rows, int bucketBits, int bloomBlocks) {
  static final int MAGIC = 0x4c534646; // "FFSL"
  static final int VERSION = 1;
  static final int HEADER = 64;
  static final int BLOCK_ROWS = 64;
  static final int BLOCK_BYTES = BLOCK_ROWS * Line.BYTES;

  /** rows, bucket bits, filter blocks, oldest and newest claim, checksum of all but the lines. */
  static final int FOOTER = 40;

  /** Keeps a segment below 2 GiB and a merge's memory below 50 MB. */
  static final int MAX_ROWS = 1 << 24;

  private static final int ROWS_A_BUCKET_BITS = 2;

  static int bucketBits(int rows) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, rows)) - 1;
    return Math.max(1, bits - ROWS_A_BUCKET_BITS);
  }

  static int bucket(long high, int bucketBits) {
    return (int) (high >>> (Long.SIZE - bucketBits));
  }

  int blocks() {
    return (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
  }

  long row(long row) {
    return HEADER + row * Line.BYTES;
  }

  long checksums() {
    return row(rows);
  }

  long buckets() {
    return checksums() + (long) blocks() * Integer.BYTES;
  }

  long bloom() {
    return buckets() + ((1L << bucketBits) + 1) * Integer.BYTES;
  }

  long footer() {
    return bloom() + (long) bloomBlocks * BloomFilter.BLOCK_BYTES;
  }

  long fileSize() {
    return footer() + FOOTER;
  }
}
