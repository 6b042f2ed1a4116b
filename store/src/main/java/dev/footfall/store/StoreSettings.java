package dev.footfall.store;

import dev.footfall.store.ledger.LedgerSettings;

/**
 * Bounds of a store.
 *
 * @param ledger bounds of the ledger
 * @param outcomesPerRun how many outcomes that were not plainly accepted a run keeps
 */
public record StoreSettings(LedgerSettings ledger, int outcomesPerRun) {
  /** How many outcomes that were not plainly accepted a run keeps, unless it is told otherwise. */
  public static final int OUTCOMES_PER_RUN = 100_000;

  /** The ledger's defaults, and 100,000 outcomes a run. */
  public static StoreSettings defaults() {
    return new StoreSettings(LedgerSettings.defaults(), OUTCOMES_PER_RUN);
  }
}
