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
 */
public record Line(
    Wire wire,
    Time time,
    Pace pace,
    RandomGenerator jitter,
    Instant deadline,
    DeliveryListener listener) {
  /** The same for another service, with a pace of its own. */
  Line at(Pace other) {
    return new Line(wire, time, other, jitter, deadline, listener);
  }
}
