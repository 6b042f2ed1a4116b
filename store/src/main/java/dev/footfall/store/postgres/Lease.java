package dev.footfall.store.postgres;

import dev.footfall.core.ledger.LeaseLost;
import dev.footfall.store.sql.StoreFault;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A run's hold on a scope: a fencing number that only grows, and a term that a thread of its own
 * renews. When the term has ended another run may take the next number, and no sooner; until one
 * does, a run that was paused may go on.
 */
final class Lease implements AutoCloseable {
  private final PostgresDatabase database;
  private final String scopeName;
  private final int scope;
  private final int fence;
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(Lease::thread);
  private final ScheduledFuture<?> renewing;

  /** Renews the hold that these terms have given. */
  Lease(PostgresDatabase database, String scopeName, PostgresLedger.Hold hold, LeaseTerms terms) {
    this.database = database;
    this.scopeName = scopeName;
    this.scope = hold.number();
    this.fence = hold.fence();
    long length = terms.length().toMillis();
    long period = terms.renewal().toMillis();
    this.renewing =
        renewals.scheduleAtFixedRate(() -> renew(length), period, period, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "lease");
    thread.setDaemon(true);
    return thread;
  }

  int scope() {
    return scope;
  }

  int fence() {
    return fence;
  }

  private void renew(long millis) {
    try {
      if (database.update(LedgerSql.RENEW, millis, scope, fence) == 0) {
        renewing.cancel(false); // the next claim says so
      }
    } catch (StoreFault tryAgain) {
      // The next renewal may reach the server; should none, the next claim fails.
    }
  }

  LeaseLost lost() {
    return new LeaseLost(
        "another run has taken over sending to "
            + scopeName
            + " while this one was paused or cut off from the store; nothing more was sent. The"
            + " events under way are of unknown outcome to it; run again when it has finished");
  }

  /** Stops renewing; the scope is held until the term ends. */
  @Override
  public void close() {
    renewing.cancel(false);
    renewals.shutdown();
  }
}
