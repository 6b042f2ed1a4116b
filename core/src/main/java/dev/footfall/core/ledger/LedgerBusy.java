package dev.footfall.core.ledger;

/** Another run is sending to the same destination and target. */
public final class LedgerBusy extends RuntimeException {
  /** Names the scope and the remedy, in one line even where a scope's name has several. */
  public LedgerBusy(String message) {
    super(message.replace('\n', ' '));
  }
}
