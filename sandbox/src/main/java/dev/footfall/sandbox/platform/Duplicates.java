package dev.footfall.sandbox.platform;

import java.time.Duration;

/**
 * What a platform does with an event that it has seen before.
 *
 * @param dropped whether it is dropped, or counted again
 * @param window for how long the platform remembers
 */
public record Duplicates(boolean dropped, Duration window) {

  /** Recognised and dropped within a window. */
  public static Duplicates dropped(Duration window) {
    return new Duplicates(true, window);
  }

  /** Counted again; the double only notes that it happened. */
  public static Duplicates counted(Duration noticedFor) {
    return new Duplicates(false, noticedFor);
  }
}
