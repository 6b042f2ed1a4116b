package dev.footfall.core.destination;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How many requests a platform takes from an account in a day.
 *
 * @param requests at most
 * @param zone where its days begin
 */
public record DailyQuota(int requests, ZoneId zone) {
  /** The number of the day in which an instant lies. */
  public long day(Instant instant) {
    return LocalDate.ofInstant(instant, zone).toEpochDay();
  }

  /** When the day ends in which an instant lies. */
  public Instant end(Instant instant) {
    return LocalDate.ofInstant(instant, zone).plusDays(1).atStartOfDay(zone).toInstant();
  }
}
