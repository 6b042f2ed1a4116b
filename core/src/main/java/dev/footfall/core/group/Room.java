package dev.footfall.core.group;

import java.nio.file.Path;

/**
 * How much room there is to bring rows together.
 *
 * @param memory bytes of packed rows that are held before rows go to disk; the most that is loaded
 *     again at a time, unless one event alone needs more
 * @param temporary the folder below which they go
 * @param encrypted whether they are encrypted there, under a key that only memory holds
 */
public record Room(int memory, Path temporary, boolean encrypted) {
  private static final long LEAST = 1 << 20;
  private static final long MOST = 64 << 20;

  /** An eighth of the heap, 64 MB at most; encrypted on disk. */
  public static Room below(Path temporary) {
    long eighth = Runtime.getRuntime().maxMemory() / 8;
    return new Room((int) Math.max(LEAST, Math.min(MOST, eighth)), temporary, true);
  }

  /** The same, encrypted or not. */
  public Room encrypted(boolean choice) {
    return new Room(memory, temporary, choice);
  }
}
