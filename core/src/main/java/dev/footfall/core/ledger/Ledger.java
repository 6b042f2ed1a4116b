package dev.footfall.core.ledger;

import java.util.List;
import java.util.Optional;

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

  @Override
  void close();
}
