package dev.footfall.core.source;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Microseconds since the Unix epoch, the unit in which engines hand over times. */
public final class Micros {
  /** Microseconds in a second. */
  public static final long PER_SECOND = 1_000_000L;

  private Micros() {}

  /** The instant that many microseconds after the epoch. */
  public static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000L);
  }

  /** The zone-less time that many microseconds after 1970-01-01T00:00. */
  public static LocalDateTime local(long micros) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND),
        (int) (Math.floorMod(micros, PER_SECOND) * 1000L),
        ZoneOffset.UTC);
  }

  /** Microseconds of an instant, sub-microsecond digits cut. */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1000);
  }
}
