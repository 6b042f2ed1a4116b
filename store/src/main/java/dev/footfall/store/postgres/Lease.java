package dev.footfall.store.postgres;

import dev.footfall.core.ledger.LeaseLost;
import dev.footfall.store.sql.Database;
import dev.footfall.store.sql.StoreFault;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * A run's hold on a scope: a fencing number that only grows, and a term that a thread of its own
 * renews. When the term has ended another run may take the next number, and no sooner; until one
 * does, a run that was paused may go on.
 */
final class Lease implements AutoCloseable {
  private static final int ATTEMPTS = 3;

  private final PostgresDatabase database;
  private final String scopeName;
  private final int scope;
  private final int fence;
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(Lease::thread);
  private final ScheduledFuture<?> renewing;
  private final LeaseTerms terms;
  private final LeaseClock clock;
  private volatile Duration sureUntil;

  /** Renews the hold that these terms have given. */
  Lease(PostgresDatabase database, String scopeName, PostgresLedger.Hold hold, LeaseTerms terms) {
    this.terms = terms;
    this.clock = hold.clock();
    this.sureUntil = terms.length();
    this.database = database;
    this.scopeName = scopeName;
    this.scope = hold.number();
    this.fence = hold.fence();
    long period = terms.renewal().toMillis();
    this.renewing =
        renewals.scheduleAtFixedRate(this::renew, period, period, TimeUnit.MILLISECONDS);
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

  private void renew() {
    try {
      if (!renewed(database::use)) {
        renewing.cancel(false); // the next claim says so
      }
    } catch (StoreFault tryAgain) {
      // The next renewal may reach the server; should none, the next claim fails.
    }
  }

  /**
   * The server counts from when it was asked, or later: what is counted from the question is sure.
   */
  private boolean renewed(ToIntFunction<Database.Work<Integer>> way) {
    Duration asked = clock.elapsed();
    long millis = terms.length().toMillis();
    if (way.applyAsInt(s -> s.update(LedgerSql.RENEW, millis, scope, fence)) == 0) {
      return false;
    }
    sureUntil = asked.plus(terms.length());
    return true;
  }

  /**
   * Sees to it that the scope is held for so long from now, without asking the server as long as
   * the last renewal tells.
   *
   * @throws LeaseLost when it is not held any more, or the server is too slow to be sure
   */
  void hold(Duration needed) {
    Duration wanted = needed.compareTo(terms.sure()) < 0 ? needed : terms.sure();
    for (int attempt = 0; left().compareTo(wanted) < 0; attempt++) {
      if (attempt == ATTEMPTS || !renewed(database::insist)) {
        throw lost();
      }
    }
  }

  private Duration left() {
    return sureUntil.minus(clock.elapsed());
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
