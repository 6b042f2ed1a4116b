package dev.footfall.sources;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the embedded engine may use.
 *
 * @param memoryLimit how much it may hold before it spills to disk, such as {@code 512MB}
 * @param threads how many threads it works with; 0 for one a processor
 * @param timeout the longest that a caller waits for the first rows, and then for each next batch
 * @param temporary the folder below which each session spills into a folder of its own
 * @param temporaryLimit how much it may spill, such as {@code 100GB}
 * @param encryptTemporary whether spilled rows are encrypted with a key that only memory holds
 */
public record EngineSettings(
    String memoryLimit,
    int threads,
    Duration timeout,
    Path temporary,
    String temporaryLimit,
    boolean encryptTemporary) {
  /** 512 MB, all processors, ten minutes, at most 100 GB of encrypted spill files. */
  public static EngineSettings spillingTo(Path temporary) {
    return new EngineSettings("512MB", 0, Duration.ofMinutes(10), temporary, "100GB", true);
  }

  /** The same with another memory limit. */
  public EngineSettings memoryLimit(String limit) {
    return new EngineSettings(limit, threads, timeout, temporary, temporaryLimit, encryptTemporary);
  }

  /** The same with another number of threads. */
  public EngineSettings threads(int count) {
    return new EngineSettings(
        memoryLimit, count, timeout, temporary, temporaryLimit, encryptTemporary);
  }

  /** The same with another limit on what is spilled. */
  public EngineSettings temporaryLimit(String limit) {
    return new EngineSettings(memoryLimit, threads, timeout, temporary, limit, encryptTemporary);
  }

  /** The same with another time limit. */
  public EngineSettings timeout(Duration limit) {
    return new EngineSettings(
        memoryLimit, threads, limit, temporary, temporaryLimit, encryptTemporary);
  }
}
