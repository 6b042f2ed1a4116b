package dev.footfall.sandbox.criteo;

import java.time.Duration;
import java.time.Instant;

/**
 * What a file is checked against.
 *
 * @param window how old a line may be; Criteo names no bound for what it reads
 * @param emailDigits 64 hex digits of SHA-256, or 32 of MD5
 */
public record CriteoCsvOptions(Instant now, Duration window, Duration skew, int emailDigits) {
  private static final int SHA256 = 64;

  /** A year and a day back, five minutes ahead, SHA-256. */
  public static CriteoCsvOptions at(Instant now) {
    return new CriteoCsvOptions(now, Duration.ofDays(366), Duration.ofMinutes(5), SHA256);
  }

  /** The same with e-mail keys of another length. */
  public CriteoCsvOptions withEmailDigits(int digits) {
    return new CriteoCsvOptions(now, window, skew, digits);
  }
}
