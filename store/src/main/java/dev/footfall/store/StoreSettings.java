package dev.footfall.store;

import dev.footfall.store.ledger.LedgerSettings;

/**
 * Bounds of a store.
 *
 * @param ledger bounds of the ledger
 * @param outcomesPerRun how many outcomes that were not plainly accepted a run keeps
 * @param quarantined how many entries of each orchestration the quarantine holds
 */
public record StoreSettings(LedgerSettings ledger, int outcomesPerRun, int quarantined) {
  /** How many outcomes that were not plainly accepted a run keeps, unless it is told otherwise. */
  public static final int OUTCOMES_PER_RUN = 100_000;

  /** How many entries of an orchestration the quarantine holds, unless it is told otherwise. */
  public static final int QUARANTINED = 1_000_000;

  /** Bounds of ledger and outcomes, with the usual quarantine. */
  public StoreSettings(LedgerSettings ledger, int outcomesPerRun) {
    this(ledger, outcomesPerRun, QUARANTINED);
  }

  /** The ledger's defaults, and 100,000 outcomes a run and a million entries in quarantine. */
  public static StoreSettings defaults() {
    return new StoreSettings(LedgerSettings.defaults(), OUTCOMES_PER_RUN);
  }
}
