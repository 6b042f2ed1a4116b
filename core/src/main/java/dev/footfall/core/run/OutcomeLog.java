package dev.footfall.core.run;

import dev.footfall.core.ledger.LedgerKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the events that were not plainly accepted, over all runs. */
public interface OutcomeLog {
  /**
   * Writes a batch in one transaction, durable on return. A run keeps a bounded number of lines;
   * further ones are left out.
   *
   * @return how many of the batch were kept
   */
  int record(List<OutcomeLine> batch);

  /** The lines of one order, the latest run first. */
  List<OutcomeLine> ofOrder(LedgerKey order);

  /** The lines of one run, in the order they were written. */
  List<OutcomeLine> ofRun(int runNumber, int limit);

  /** How many lines there are of these orders, by the orchestrations of their runs. */
  Map<String, Integer> count(Set<LedgerKey> orders);

  /** Forgets the lines of these orders. */
  void forget(Set<LedgerKey> orders);
}
