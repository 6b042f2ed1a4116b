package dev.footfall.core.normalise;

import dev.footfall.core.source.Micros;

/**
 * What a time cell says, filled in by {@link Timestamps} and reused from cell to cell.
 *
 * <p>Not safe for use by several threads.
 */
public final class Moment {
  private static final long EARLIEST = -62_135_596_800L * Micros.PER_SECOND;
  private static final long LATEST = 253_402_300_800L * Micros.PER_SECOND;

  private Reading reading = Reading.MISSING;
  private long micros;
  private boolean dateOnly;
  private boolean zoneAssumed;

  /** Whether a cell could be read as a time. */
  public enum Reading {
    /** It is a time. */
    OK,
    /** It is NULL or blank. */
    MISSING,
    /** It is something else. */
    BAD
  }

  /** Whether the cell could be read; the rest has a meaning only if it is {@link Reading#OK}. */
  public Reading reading() {
    return reading;
  }

  /** Microseconds since the Unix epoch. */
  public long micros() {
    return micros;
  }

  /** Milliseconds since the Unix epoch, rounded down. */
  public long millis() {
    return Math.floorDiv(micros, 1000L);
  }

  /** Seconds since the Unix epoch, rounded down. */
  public long seconds() {
    return Math.floorDiv(micros, Micros.PER_SECOND);
  }

  /** Whether the cell held only a date, so that midnight was taken. */
  public boolean dateOnly() {
    return dateOnly;
  }

  /** Whether the local time occurs twice or never in its zone, so that a choice was made. */
  public boolean zoneAssumed() {
    return zoneAssumed;
  }

  void missing() {
    set(Reading.MISSING, 0, false, false);
  }

  /** It was a time, but none that can be meant. */
  void outside() {
    if (reading == Reading.OK) {
      bad();
    }
  }

  void bad() {
    set(Reading.BAD, 0, false, false);
  }

  void at(long instant, boolean fromDate, boolean assumed) {
    if (instant < EARLIEST || instant >= LATEST) {
      bad();
    } else {
      set(Reading.OK, instant, fromDate, assumed);
    }
  }

  private void set(Reading newReading, long instant, boolean fromDate, boolean assumed) {
    reading = newReading;
    micros = instant;
    dateOnly = fromDate;
    zoneAssumed = assumed;
  }
}
