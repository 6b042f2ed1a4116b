package dev.footfall.app.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A disk that does not take what is written to it: no fault of ours, and none of the project's.
 * Known by the words of the system and of SQLite. The name is the code that is printed.
 */
public enum DiskFault {
  /** No room is left, or not for us. */
  DISK_FULL(
      "no space left on device|disk quota exceeded|file too large|not enough space on the disk"
          + "|\\[SQLITE_FULL]|\\[SQLITE_IOERR_SHMSIZE]",
      "its disk has no room left",
      "make room there"),
  /** Nothing may be written, or the disk is damaged; looked for where nothing better is known. */
  DISK_UNUSABLE(
      "read-only file system|permission denied|input/output error|write-protected"
          + "|\\[SQLITE_READONLY|\\[SQLITE_IOERR|\\[SQLITE_CANTOPEN",
      "the system refuses it: no right to write there, a disk that is read-only, or a damaged one",
      "put that right");

  private final Pattern words;
  private final String meaning;
  private final String remedy;

  DiskFault(String words, String meaning, String remedy) {
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Whether it caused a fault. */
  public boolean caused(Throwable fault) {
    return causes(fault).anyMatch(this::isSaidBy);
  }

  private boolean isSaidBy(Throwable cause) {
    if (cause instanceof AccessDeniedException) { // says no more than the file's name
      return this == DISK_UNUSABLE;
    }
    return (cause instanceof IOException || cause instanceof SQLException)
        && words.matcher(String.valueOf(cause.getMessage())).find();
  }

  /** What is wrong with the disk, in few words. */
  public String meaning() {
    return meaning;
  }

  /** What to print of a fault that it caused: what, where and the remedy. */
  public String line(Throwable fault) {
    return line(attempt(fault).orElse("cannot write to disk"));
  }

  /**
   * The same of what was being done.
   *
   * @param attempt such as {@code cannot write to outbox}
   */
  public String line(String attempt) {
    return this
        + ": "
        + attempt
        + ": "
        + meaning
        + ". Nothing more was sent; "
        + remedy
        + " and run again";
  }

  /** What was being done, as whoever did it says. */
  private static Optional<String> attempt(Throwable fault) {
    return causes(fault)
        .filter(UncheckedIOException.class::isInstance)
        .map(Throwable::getMessage)
        .findFirst();
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause);
  }
}
