package dev.footfall.core.run;

import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.LedgerEntry;

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
