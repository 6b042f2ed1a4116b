package dev.footfall.app.orchestration;

import dev.footfall.app.transfer.SftpPatience;
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
 * @param servers how long those are waited for that take files, by a run's clock
 */
public record Outside(
    Function<Timeouts, Wire> wires,
    Function<Optional<Instant>, Time> times,
    Function<Time, SftpPatience> servers) {
  /** This machine's. */
  public static final Outside REAL =
      new Outside(JdkWire::within, now -> now.map(Time::startingAt).orElse(Time.system()));

  /** With the usual patience for servers that take files. */
  public Outside(Function<Timeouts, Wire> wires, Function<Optional<Instant>, Time> times) {
    this(wires, times, SftpPatience::usual);
  }
}
