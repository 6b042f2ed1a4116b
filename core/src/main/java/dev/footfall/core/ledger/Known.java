package dev.footfall.core.ledger;

import java.util.Optional;

/**
 * Answer to one key of a look-up.
 *
 * @param state what the ledger knows
 * @param entry the line behind DELIVERED and UNKNOWN
 */
public record Known(KeyState state, Optional<LedgerEntry> entry) {
  /** Nothing is known. */
  public static final Known NEW = new Known(KeyState.NEW, Optional.empty());

  /** Seen before in this run. */
  public static final Known DUPLICATE = new Known(KeyState.DUPLICATE, Optional.empty());
}
