package dev.footfall.app.transfer;

import dev.footfall.core.delivery.Time;
import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param time by which one waits between tries
 * @param connecting until it is reached
 * @param loggingIn until the keys are exchanged and the login is judged
 * @param silence for which nothing may be heard of it later on, while something is wanted
 */
public record SftpPatience(Time time, Duration connecting, Duration loggingIn, Duration silence) {
  /** Half a minute until one is in, then a minute of silence. */
  public static SftpPatience usual(Time time) {
    return new SftpPatience(
        time, Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60));
  }
}
