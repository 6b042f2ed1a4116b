package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import java.util.List;
import java.util.Optional;

/**
 * Takes events that are ready and sees to their delivery. One thread gives; sending happens behind.
 */
public interface Post extends AutoCloseable {
  /** What the rest is told when a fault has ended the run. */
  Reading.Stop FAULT = new Reading.Stop(Code.NOT_ATTEMPTED, "a fault ended the run");

  /**
   * Takes a block of events. Blocks while enough are under way. After a stop it settles them as not
   * attempted.
   */
  void send(List<Pending> block) throws InterruptedException;

  /** Sends what is left and waits for every outcome. */
  void finish() throws InterruptedException;

  /** Why sending stopped before its end, if it did. */
  Optional<Reading.Stop> stopped();

  /** Stops sending: what is under way ends, the rest is not attempted. */
  void stop(Reading.Stop reason);

  /** Lets go of threads and files; after {@link #finish} or instead of it. */
  @Override
  void close();
}
