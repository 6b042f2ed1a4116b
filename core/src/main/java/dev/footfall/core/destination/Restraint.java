package dev.footfall.core.destination;

import java.time.Duration;

/**
 * How an answer, of whatever kind, asks the following requests to hold back.
 *
 * @param oneAtATime whether only one request may be under way until an answer says otherwise
 * @param pause how long no further request may leave
 */
public record Restraint(boolean oneAtATime, Duration pause) {
  /** None asked for. */
  public static final Restraint NONE = new Restraint(false, Duration.ZERO);
}
