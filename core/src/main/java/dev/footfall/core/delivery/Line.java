package dev.footfall.core.delivery;

import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What all senders to one account share.
 *
 * @param wire carries requests
 * @param time tells and waits
 * @param pace spreads requests
 * @param jitter chooses waits
 * @param deadline after which no retry makes sense
 * @param listener hears what happens
 * @param circuit notices an outage
 * @param budget bounds repetitions
 */
public record Line(
    Wire wire,
    Time time,
    Pace pace,
    RandomGenerator jitter,
    Instant deadline,
    DeliveryListener listener,
    Circuit circuit,
    RetryBudget budget) {
  /** A line on which nothing happened yet. */
  public Line(
      Wire wire,
      Time time,
      Pace pace,
      RandomGenerator jitter,
      Instant deadline,
      DeliveryListener listener) {
    this(
        wire, time, pace, jitter, deadline, listener, new Circuit(pace.clock()), new RetryBudget());
  }

  /** The same for a question about what was sent, which is asked although nothing else is sent. */
  Line forQuestion() {
    return new Line(
        wire, time, pace, jitter, deadline, listener, new Circuit(pace.clock()), budget);
  }

  /** The same for another service, which has a pace and outages of its own. */
  Line at(Pace other) {
    return new Line(
        wire, time, other, jitter, deadline, listener, circuit.beside(other.clock()), budget);
  }
}
