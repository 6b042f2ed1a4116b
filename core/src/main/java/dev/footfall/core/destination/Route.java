package dev.footfall.core.destination;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.event.Event;
import dev.footfall.core.event.EventMapper;
import java.time.Instant;
import java.util.Optional;

/**
 * The way of one run to one target: its settings, columns and clock are fixed.
 *
 * <p>Immutable; the mappers that it makes are not.
 */
public interface Route {
  /**
   * The target inside the destination, such as a dataset or an ad account; part of every ledger
   * scope.
   */
  String target();

  /** How many days back a query need look: the window that is open in this run. */
  int windowDays();

  /** Whether this event's acceptance ends the wider window of a first send. */
  default boolean endsFirstSend(Event event) {
    return false;
  }

  /** A mapper for one thread. */
  EventMapper mapper();

  /** How events leave. */
  Delivery delivery();

  /**
   * What a run must learn from the platform before it maps, such as the id behind a configured
   * name, made there when it is missing. The exchange ends in {@link Exchange.Step.Found}; the
   * route is then compiled again with these facts. Asked of a route without facts only.
   */
  default Optional<Exchange> lookup(CredentialValues credential) {
    return Optional.empty();
  }

  /**
   * Whether a delivered event whose bytes have changed is sent again, because it sets values, like
   * the attributes of a person, rather than adding to sums.
   */
  default boolean resendsChanged() {
    return false;
  }

  /** Whether what is sent now is a test, so that the ledger must not remember it. */
  default boolean isTest() {
    return false;
  }

  /**
   * Whether an event whose earlier answer was lost may be sent again under the same id, because the
   * platform states that it removes duplicates and its window is still open.
   *
   * @param claimedAt when it was sent before
   */
  default boolean mayRepeat(Event event, Instant claimedAt) {
    return false;
  }

  /** Whether the ledger is asked and kept. */
  default boolean usesLedger() {
    return !isTest();
  }
}
