package dev.footfall.core.delivery;

import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.LedgerEntry;
import java.util.List;

/**
 * An event that is ready to be sent.
 *
 * @param event its bytes
 * @param entries its lines in the ledger, one for each identity; empty when the ledger is not kept
 * @param isSuspect whether the platform refused it before; it travels with no other kind
 */
public record Pending(Event event, List<LedgerEntry> entries, boolean isSuspect) {
  /** Copies the list. */
  public Pending {
    entries = List.copyOf(entries);
  }

  /** One that nothing is held against. */
  public Pending(Event event, List<LedgerEntry> entries) {
    this(event, entries, false);
  }

  /** The same event, as it is now. */
  public Pending with(Event other) {
    return new Pending(other, entries, isSuspect);
  }

  /** The same event, which the platform refused before. */
  public Pending suspected() {
    return new Pending(event, entries, true);
  }
}
