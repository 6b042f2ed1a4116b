package dev.footfall.core.run;

import dev.footfall.core.destination.Route;
import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.LedgerEntry;
import java.time.Instant;

/** What to do with an event that an earlier run sent without hearing the answer. */
@FunctionalInterface
public interface UnknownPolicy {
  /**
   * Decides.
   *
   * @param entry what the earlier run wrote down
   * @param event as it would be sent now
   * @param sameId whether the platform would see the same event id
   */
  Decision decide(LedgerEntry entry, Event event, boolean sameId);

  /** Sends again what the platform tells from the first time by its id, for as long as it does. */
  static UnknownPolicy repeating(Route route) {
    return (entry, event, sameId) ->
        sameId && route.mayRepeat(event, Instant.ofEpochSecond(entry.claimedAt()))
            ? Decision.SEND
            : Decision.LEAVE;
  }

  /** The ways to go on. */
  enum Decision {
    /** Send it again. */
    SEND,
    /** It was delivered after all. */
    DELIVERED,
    /** Nobody knows; an operator must settle it. */
    LEAVE
  }
}
