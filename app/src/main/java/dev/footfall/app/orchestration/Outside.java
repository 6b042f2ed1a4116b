package dev.footfall.app.orchestration;

import dev.footfall.core.delivery.JdkWire;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.delivery.Wire;
import dev.footfall.core.destination.Timeouts;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run has of the world: the network and the clock.
 *
 * @param wires make what carries requests, within the time-outs of a destination
 * @param times make a run's clock, which starts at an instant or is the machine's
 */
public record Outside(Function<Timeouts, Wire> wires, Function<Optional<Instant>, Time> times) {
  /** This machine's. */
  public static final Outside REAL =
      new Outside(JdkWire::within, now -> now.map(Time::startingAt).orElse(Time.system()));
}
