package dev.footfall.store.ledger;

import dev.footfall.store.disk.DurableFiles;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * Writes a segment line by line, under a temporary name until it is whole and on disk.
 *
 * <p>Memory: about 2.3 bytes for every expected line.
 */
final class SegmentWriter implements AutoCloseable {
  private static final int BUFFER_BLOCKS = 64;

  private final Path file;
  private final Path draft;
  private final FileOutputStream out;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BLOCKS * SegmentLayout.BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final CRC32C metaCrc = new CRC32C();
  private final BloomFilter bloom;
  private final int bucketBits;
  private final int[] buckets;
  private final int[] checksums;
  private int nextBucket;
  private int rows;
  private long oldest = Long.MAX_VALUE;
  private long newest;

  SegmentWriter(Path file, int expectedRows) throws IOException {
    this.file = file;
    this.draft = file.resolveSibling(file.getFileName() + ScopeFolder.DRAFT);
    this.bloom = new BloomFilter(expectedRows);
    this.bucketBits = SegmentLayout.bucketBits(expectedRows);
    this.buckets = new int[(1 << bucketBits) + 1];
    this.checksums =
        new int[(expectedRows + SegmentLayout.BLOCK_ROWS - 1) / SegmentLayout.BLOCK_ROWS];
    Files.deleteIfExists(draft);
    DurableFiles.privateFile(draft);
    this.out = new FileOutputStream(draft.toFile());
    buffer.putInt(SegmentLayout.MAGIC).putInt(SegmentLayout.VERSION);
    buffer.position(SegmentLayout.HEADER);
    writeOut();
  }

  int rows() {
    return rows;
  }

  /** Adds a line; its key must be above the one before. Flags other than the state are dropped. */
  void add(long[] words, int at) throws IOException {
    int bucket = SegmentLayout.bucket(words[at], bucketBits);
    while (nextBucket <= bucket) {
      buckets[nextBucket++] = rows;
    }
    bloom.add(words[at], words[at + 1]);
    long claimed = Line.claimedAt(words, at);
    oldest = Math.min(oldest, claimed);
    newest = Math.max(newest, claimed);
    for (int i = 0; i < Line.WORDS; i++) {
      buffer.putLong(words[at + i]);
    }
    int flagsAt = buffer.position() - 2 * Long.BYTES;
    buffer.put(flagsAt, (byte) Line.state(words, at));
    rows++;
    if (!buffer.hasRemaining()) {
      writeRows();
    }
  }

  /** Ends the file; durable on return. */
  void finish() throws IOException {
    writeRows();
    while (nextBucket < buckets.length) {
      buckets[nextBucket++] = rows;
    }
    SegmentLayout layout = new SegmentLayout(rows, bucketBits, bloom.blocks());
    writeInts(checksums, layout.blocks());
    writeInts(buckets, buckets.length);
    writeLongs(bloom.words());
    buffer.putInt(rows).putInt(bucketBits).putInt(bloom.blocks()).putInt(SegmentLayout.MAGIC);
    buffer.putLong(oldest).putLong(newest);
    metaCrc.update(buffer.array(), 0, buffer.position());
    buffer.putInt((int) metaCrc.getValue()).putInt(SegmentLayout.VERSION);
    writeOut();
    out.getFD().sync();
    out.close();
    DurableFiles.rename(draft, file);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(draft);
  }

  private void writeRows() throws IOException {
    int block = (rows - buffer.position() / Line.BYTES) / SegmentLayout.BLOCK_ROWS;
    for (int from = 0; from < buffer.position(); from += SegmentLayout.BLOCK_BYTES) {
      CRC32C crc = new CRC32C();
      int size = Math.min(SegmentLayout.BLOCK_BYTES, buffer.position() - from);
      crc.update(buffer.array(), from, size);
      checksums[block++] = (int) crc.getValue();
    }
    writeOut();
  }

  private void writeInts(int[] values, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      buffer.putInt(values[i]);
      writeMetaWhenFull();
    }
    writeMeta();
  }

  private void writeLongs(long[] values) throws IOException {
    for (long value : values) {
      buffer.putLong(value);
      writeMetaWhenFull();
    }
    writeMeta();
  }

  private void writeMetaWhenFull() throws IOException {
    if (buffer.remaining() < Long.BYTES) {
      writeMeta();
    }
  }

  private void writeMeta() throws IOException {
    metaCrc.update(buffer.array(), 0, buffer.position());
    writeOut();
  }

  private void writeOut() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
