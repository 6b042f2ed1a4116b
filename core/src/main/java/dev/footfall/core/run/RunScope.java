package dev.footfall.core.run;

import dev.footfall.core.destination.Binding;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Route;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.ledger.LedgerRun;

/**
 * What the stages of one run share.
 *
 * @param route to the target
 * @param binding of the query's columns
 * @param ledger this run's hold on it
 * @param digest makes ledger keys; used by the mapping thread
 * @param runNumber written into the ledger
 * @param books of the run
 * @param fates hears of rows not plainly accepted
 */
public record RunScope(
    Route route,
    Binding binding,
    LedgerRun ledger,
    KeyDigest digest,
    int runNumber,
    Books books,
    FateListener fates) {
  Limits limits() {
    return route.delivery().limits();
  }
}
