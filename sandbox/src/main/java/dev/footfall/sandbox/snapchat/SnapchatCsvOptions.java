package dev.footfall.sandbox.snapchat;

import java.time.Duration;
import java.time.Instant;

/**
 * What an upload file is checked against.
 *
 * @param window how old a line may be
 * @param skew how far ahead of the clock a line may be
 */
public record SnapchatCsvOptions(Instant now, Duration window, Duration skew) {

  /** The documented window of 37 days. */
  public static SnapchatCsvOptions at(Instant now) {
    return new SnapchatCsvOptions(now, SnapchatChecker.WINDOW, SnapchatChecker.CLOCK_SKEW);
  }
}
