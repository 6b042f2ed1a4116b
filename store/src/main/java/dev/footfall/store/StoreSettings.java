package dev.footfall.store;

import dev.footfall.store.ledger.LedgerSettings;
import java.time.Duration;

/**
 * Bounds of a store.
 *
 * @param ledger bounds of the ledger
 * @param outcomesPerRun how many outcomes that were not plainly accepted a run keeps
 * @param quarantined how many entries of each orchestration the quarantine holds
 * @param history how long runs are kept, with what became of their rows
 */
public record StoreSettings(
    LedgerSettings ledger, int outcomesPerRun, int quarantined, Duration history) {
  /** How many outcomes that were not plainly accepted a run keeps, unless it is told otherwise. */
  public static final int OUTCOMES_PER_RUN = 100_000;

  /** How many entries of an orchestration the quarantine holds, unless it is told otherwise. */
  public static final int QUARANTINED = 1_000_000;

  /** How long runs are kept, unless it is told otherwise. */
  public static final Duration HISTORY = Duration.ofDays(90);

  /** Bounds of ledger, outcomes and quarantine; runs are kept as long as usual. */
  public StoreSettings(LedgerSettings ledger, int outcomesPerRun, int quarantined) {
    this(ledger, outcomesPerRun, quarantined, HISTORY);
  }

  /** Bounds of ledger and outcomes, with the usual quarantine. */
  public StoreSettings(LedgerSettings ledger, int outcomesPerRun) {
    this(ledger, outcomesPerRun, QUARANTINED);
  }

  /** The ledger's defaults, 100,000 outcomes a run, a million entries in quarantine, 90 days. */
  public static StoreSettings defaults() {
    return new StoreSettings(LedgerSettings.defaults(), OUTCOMES_PER_RUN);
  }

  /** The defaults with other times. */
  public static StoreSettings keeping(Duration history, Duration ledger) {
    return new StoreSettings(
        LedgerSettings.keeping(ledger), OUTCOMES_PER_RUN, QUARANTINED, history);
  }
}
