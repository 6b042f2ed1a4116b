package dev.footfall.core.delivery;

import dev.footfall.core.event.Event;
import dev.footfall.core.ledger.LedgerEntry;
import java.util.List;

/**
 * An event that is ready to be sent.
 *
 * @param event its bytes
 * @param entries its lines in the ledger, one for each identity; empty when the ledger is not kept
 */
public record Pending(Event event, List<LedgerEntry> entries) {
  /** Copies the list. */
  public Pending {
    entries = List.copyOf(entries);
  }
}
