package dev.footfall.store.ledger;

/**
 * A blocked Bloom filter: all of a key's bits lie in one cache line, so that a key that is absent
 * costs one memory access. About 10 bits a key, about one false alarm in a hundred.
 */
final class BloomFilter {
  static final int BLOCK_WORDS = 8;
  static final int BLOCK_BYTES = BLOCK_WORDS * Long.BYTES;
  private static final int BITS_A_KEY = 10;
  private static final int PROBES = 6;
  private static final int PROBE_BITS = 9; // names one of a block's 512 bits

  private final long[] words;
  private final int blocks;

  BloomFilter(int keys) {
    blocks = (int) Math.max(1, ((long) keys * BITS_A_KEY + 511) / 512);
    words = new long[Math.multiplyExact(blocks, BLOCK_WORDS)];
  }

  int blocks() {
    return blocks;
  }

  long[] words() {
    return words;
  }

  void add(long high, long low) {
    long hash = Line.hash(high, low);
    int block = block(hash, blocks) * BLOCK_WORDS;
    long probes = probes(hash);
    for (int i = 0; i < PROBES; i++) {
      words[block + word(probes)] |= 1L << bit(probes);
      probes >>>= PROBE_BITS;
    }
  }

  /** Where in a file the words of a hash begin, for a filter that begins at {@code start}. */
  static long offset(long start, int blocks, long hash) {
    return start + (long) block(hash, blocks) * BLOCK_BYTES;
  }

  /** Reads a filter where it lies in a file. */
  static boolean mayHold(Mapping file, long start, int blocks, long hash) {
    long block = offset(start, blocks, hash);
    long probes = probes(hash);
    for (int i = 0; i < PROBES; i++) {
      long word = file.longAt(block + (long) word(probes) * Long.BYTES);
      if ((word >>> bit(probes) & 1) == 0) {
        return false;
      }
      probes >>>= PROBE_BITS;
    }
    return true;
  }

  private static int block(long hash, int blocks) {
    return (int) (((hash >>> Integer.SIZE) * blocks) >>> Integer.SIZE);
  }

  private static long probes(long hash) {
    long mixed = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
    return mixed ^ mixed >>> 31;
  }

  private static int word(long probes) {
    return (int) (probes >>> 6) & BLOCK_WORDS - 1;
  }

  private static int bit(long probes) {
    return (int) probes & Long.SIZE - 1;
  }
}
