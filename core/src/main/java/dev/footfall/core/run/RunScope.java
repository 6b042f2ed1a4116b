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
 * @param ward the quarantine's part in it
 */
public record RunScope(
    Route route,
    Binding binding,
    LedgerRun ledger,
    KeyDigest digest,
    int runNumber,
    Books books,
    FateListener fates,
    Ward ward) {
  /** A run that has nothing to do with the quarantine. */
  public RunScope(
      Route route,
      Binding binding,
      LedgerRun ledger,
      KeyDigest digest,
      int runNumber,
      Books books,
      FateListener fates) {
    this(route, binding, ledger, digest, runNumber, books, fates, Ward.NONE);
  }

  /** The same run, with the quarantine's part in it. */
  public RunScope with(Ward part) {
    return new RunScope(route, binding, ledger, digest, runNumber, books, fates, part);
  }

  Limits limits() {
    return route.delivery().limits();
  }
}
