package dev.footfall.app.orchestration;

import dev.footfall.core.destination.Code;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RowFate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run's books with its circumstances.
 *
 * @param run its id
 * @param names of orchestration and destination
 * @param times when it began, ended, and what its clock said
 * @param sums its books
 * @param stop why it stopped before its end, if it did
 * @param maxRejected the tolerated share of rejected rows
 * @param warnings the platform's words and ours, one line each
 * @param replay what a replay found; empty for a plain run
 */
public record RunReport(
    String run,
    Names names,
    Times times,
    Books.Sums sums,
    Optional<Stopped> stop,
    BigDecimal maxRejected,
    List<String> warnings,
    Optional<Replay.Found> replay) {
  /** Begins the message of a run in which nothing was fit to be sent. */
  public static final String ALL_REJECTED = Code.REJECTION_THRESHOLD.name();

  /** Begins the message of a run whose query returned no row. */
  public static final String NOTHING_TO_SEND = "NOTHING_TO_SEND";

  /** Begins the message of a run that had more outcomes than its history keeps. */
  public static final String OUTCOMES_LEFT_OUT = "OUTCOMES_LEFT_OUT";

  /** Begins the message of a run that rejected more than the quarantine holds. */
  public static final String QUARANTINE_FULL = "QUARANTINE_FULL";

  /** Begins the message of a replay that did not find everything. */
  public static final String NOT_FOUND = "QUARANTINE_NOT_FOUND";

  /** Begins the message of a run that went on with an earlier one. */
  public static final String GOES_ON = "RESUMED";

  /** Copies the list. */
  public RunReport {
    warnings = List.copyOf(warnings);
  }

  /** What ran where. */
  public record Names(String orchestration, String destination, String target, String mode) {}

  /** When it began and ended on the wall, and what the run took for now. */
  public record Times(Instant started, Instant finished, Instant now) {}

  /** How it ended. */
  public Ending ending() {
    if (!sums.balance()) {
      return Ending.FAILED;
    }
    if (stop.isPresent()) {
      return stop.get().ending();
    }
    return isBeyondTolerance() ? Ending.INCOMPLETE : Ending.SUCCEEDED;
  }

  private boolean isBeyondTolerance() {
    Books.RowSums rows = sums.rows();
    BigDecimal most = maxRejected.multiply(BigDecimal.valueOf(rows.read()));
    return rows.of(RowFate.REFUSED) > 0
        || rows.of(RowFate.UNKNOWN) > 0
        || rows.of(RowFate.NOT_SENT) > 0
        || BigDecimal.valueOf(rows.of(RowFate.REJECTED)).compareTo(most) > 0;
  }

  /** The ways to end, each with its exit code. */
  public enum Ending {
    /** Done, and the books balance. */
    SUCCEEDED("succeeded", 0),
    /** Done, but rows were refused, lost, left unsent or rejected beyond tolerance. */
    INCOMPLETE("incomplete", 3),
    /** The platform, the credential, the store or the disk stopped it. */
    STOPPED("stopped", 4),
    /** A person or a scheduler asked it to end. */
    INTERRUPTED("interrupted", 4),
    /** The books do not balance, or a fault of ours ended it. */
    FAILED("failed", 5);

    private final String word;
    private final int exitCode;

    Ending(String word, int exitCode) {
      this.word = word;
      this.exitCode = exitCode;
    }

    /** Its word in reports. */
    public String word() {
      return word;
    }

    /** The process's exit code. */
    public int exitCode() {
      return exitCode;
    }
  }
}
