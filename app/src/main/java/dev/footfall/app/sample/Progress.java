package dev.footfall.app.sample;

/**
 * Is told how far the sample brand has come. Called on the caller's thread, a few times a second at
 * most.
 */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress SILENT = (stage, done, total) -> {};

  /**
   * @param stage {@code orders}, {@code customers}, {@code tables} or {@code files}
   * @param done how many of {@code total} are finished
   */
  void at(String stage, long done, long total);
}
