package dev.footfall.app.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A disk that has no room left, or not for us: no fault of ours, and none of the project's. Known
 * by the words of the system and of SQLite.
 */
public final class FullDisk {
  /** Begins what is printed of it. */
  public static final String CODE = "DISK_FULL";

  private static final Pattern WORDS =
      Pattern.compile(
          "no space left on device|disk quota exceeded|file too large"
              + "|not enough space on the disk|\\[SQLITE_FULL]|\\[SQLITE_IOERR_SHMSIZE]",
          Pattern.CASE_INSENSITIVE);

  private FullDisk() {}

  /** Whether it caused a fault. */
  public static boolean caused(Throwable fault) {
    return causes(fault)
        .filter(cause -> cause instanceof IOException || cause instanceof SQLException)
        .anyMatch(cause -> WORDS.matcher(String.valueOf(cause.getMessage())).find());
  }

  /** What to print of a fault that it caused: what, where and the remedy. */
  public static String line(String what) {
    return CODE
        + ": "
        + what
        + ": its disk has no room left. Nothing more was sent; make room there and run again";
  }

  /** What was being done, as whoever did it says. */
  public static Optional<String> attempt(Throwable fault) {
    return causes(fault)
        .filter(UncheckedIOException.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst();
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause);
  }
}
