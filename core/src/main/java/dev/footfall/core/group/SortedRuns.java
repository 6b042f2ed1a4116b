package dev.footfall.core.group;

import dev.footfall.core.event.ByteBuilder;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Runs of records on disk, each in the order in which it was written, read back side by side a
 * block at a time. Encrypted as {@link Room} says; gone when closed. One thread.
 */
public final class SortedRuns implements AutoCloseable {
  private static final int BLOCK = 64 << 10;

  private final Spill spill;
  private final SpillFile file;
  private final List<List<SpillFile.Block>> runs = new ArrayList<>();

  /**
   * No runs yet.
   *
   * @throws dev.footfall.core.source.SourceFault when the temporary folder cannot be used
   */
  public SortedRuns(Room room) {
    this.spill = new Spill(room);
    this.file = spill.file();
  }

  /** Writes a run. */
  public void write(Iterator<byte[]> records) {
    List<SpillFile.Block> blocks = new ArrayList<>();
    ByteBuilder block = new ByteBuilder(BLOCK);
    while (records.hasNext()) {
      byte[] record = records.next();
      for (int shift = 24; shift >= 0; shift -= 8) {
        block.add(record.length >>> shift);
      }
      block.add(record);
      if (block.length() >= BLOCK || !records.hasNext()) {
        blocks.add(file.write(block.bytes(), block.length()));
        block.clear();
      }
    }
    runs.add(blocks);
  }

  /** The records of each run, in its order. */
  public List<Iterator<byte[]>> read() {
    List<Iterator<byte[]>> cursors = new ArrayList<>();
    runs.forEach(run -> cursors.add(new Cursor(file, run.iterator())));
    return cursors;
  }

  private static final class Cursor implements Iterator<byte[]> {
    private final SpillFile file;
    private final Iterator<SpillFile.Block> blocks;
    private ByteBuffer block = ByteBuffer.allocate(0);

    Cursor(SpillFile file, Iterator<SpillFile.Block> blocks) {
      this.file = file;
      this.blocks = blocks;
    }

    @Override
    public boolean hasNext() {
      return block.hasRemaining() || blocks.hasNext();
    }

    @Override
    public byte[] next() {
      if (!block.hasRemaining()) {
        if (!blocks.hasNext()) {
          throw new NoSuchElementException();
        }
        SpillFile.Block next = blocks.next();
        block = ByteBuffer.allocate(next.length());
        file.read(next, block.array(), 0);
      }
      byte[] record = new byte[block.getInt()];
      block.get(record);
      return record;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } finally {
      spill.close();
    }
  }
}
