package dev.footfall.core.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers which events were delivered, over all runs.
 *
 * <p>A scope is one destination, target and mode; keys of different scopes never meet. Survives
 * {@code kill -9} at any byte: what {@link LedgerRun#claim} returned for is on disk.
 */
public interface Ledger extends AutoCloseable {
  /**
   * Opens a scope for one run; only one run at a time may hold a scope.
   *
   * @param scope any text that names destination, target and mode
   * @param runNumber written into every line that the run claims
   * @throws LedgerBusy when another run (of any process) holds the scope
   */
  LedgerRun begin(String scope, int runNumber);

  /** The line of one key, without opening a run; for tracing an order. */
  Optional<Known> find(String scope, LedgerKey key);

  /**
   * The lines of a scope whose outcome is unknown, whichever run claimed them. While a run holds
   * the scope, its open claims are among them.
   */
  List<LedgerEntry> unknown(String scope);

  /**
   * Takes these lines away as if their events had never been sent; their digests are on no disk
   * afterwards. Whoever calls this sees to it that the events do not come again.
   *
   * @return how many keys had a line
   * @throws LedgerBusy when a run holds the scope
   */
  int forget(String scope, Set<LedgerKey> keys);

  /** Drops what is older than its retention, in every scope that no run holds. */
  void purge();

  /** What stands in a run's name, while no other run has replaced it; reads the whole scope. */
  default Tally tally(String scope, int runNumber) {
    return Tally.NONE;
  }

  /** Who holds a scope, or held it last; empty when nobody ever did. Never waits. */
  default Optional<ScopeHold> hold(String scope) {
    return Optional.empty();
  }

  @Override
  void close();
}
