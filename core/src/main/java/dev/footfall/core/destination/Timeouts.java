package dev.footfall.core.destination;

import java.time.Duration;

/**
 * How long a request may take.
 *
 * @param connect until there is a connection
 * @param answer until the answer is there
 */
public record Timeouts(Duration connect, Duration answer) {
  /** What destinations without settings of their own use. */
  public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30));

  /** What an operator set, where a destination has {@link Settings#patience}. */
  public static Timeouts of(SettingValues values) {
    return new Timeouts(
        Duration.ofMillis(values.number("connect_timeout_ms")),
        Duration.ofMillis(values.number("read_timeout_ms")));
  }
}
