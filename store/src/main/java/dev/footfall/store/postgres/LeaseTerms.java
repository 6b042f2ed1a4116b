package dev.footfall.store.postgres;

import java.time.Duration;

/**
 * How long a scope stays held by a run that is not heard of.
 *
 * @param length counted by the database's clock from the last renewal
 * @param renewal how often a running run renews it
 */
public record LeaseTerms(Duration length, Duration renewal) {
  /** A minute, renewed every 15 seconds: three renewals may fail. */
  public static LeaseTerms defaults() {
    return new LeaseTerms(Duration.ofMinutes(1), Duration.ofSeconds(15));
  }

  /** The most that a run can be sure of between two renewals. */
  Duration sure() {
    return length.multipliedBy(3).dividedBy(4);
  }
}
