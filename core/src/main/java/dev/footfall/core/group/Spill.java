package dev.footfall.core.group;

import dev.footfall.core.source.ScratchFolder;

/**
 * The disk behind a grouping: its scratch folder, its cipher, and how much is written at a time.
 */
final class Spill implements AutoCloseable {
  private static final int LARGEST_BLOCK = 192 << 10;

  private final Room room;
  private final ScratchFolder folder;
  private final SpillCipher cipher = new SpillCipher();
  private byte[] loaded = {};

  Spill(Room room) {
    this.room = room;
    this.folder = ScratchFolder.below(room.temporary());
  }

  SpillFile file() {
    return new SpillFile(folder.path(), cipher, room.encrypted());
  }

  /** Bytes that one partition gathers before it writes them. */
  int block() {
    return Math.min(LARGEST_BLOCK, room.memory() / (2 * Partitions.COUNT));
  }

  /** The most bytes of rows that are loaded at a time. */
  int memory() {
    return room.memory();
  }

  /** An array for the rows that are loaded; the same one whenever it is large enough. */
  byte[] room(int size) {
    if (loaded.length < size) {
      loaded = new byte[size];
    }
    return loaded;
  }

  @Override
  public void close() {
    folder.close();
  }
}
