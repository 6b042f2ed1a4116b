package dev.footfall.core.delivery;

import dev.footfall.core.destination.Outcome;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.ledger.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the ledger is told of a request: its events before it leaves, their outcomes after. */
public final class Claims {
  private final LedgerRun ledger;
  private final Time time;

  /** Claims of one run. */
  public Claims(LedgerRun ledger, Time time) {
    this.ledger = ledger;
    this.time = time;
  }

  long claim(List<Pending> events) {
    long now = time.now().getEpochSecond();
    List<LedgerEntry> entries = new ArrayList<>(events.size());
    for (Pending pending : events) {
      for (LedgerEntry entry : pending.entries()) {
        entries.add(entry.claimed(now));
      }
    }
    return ledger.claim(entries);
  }

  void settle(long claim, List<Pending> events, List<Outcome> outcomes) {
    List<Settlement> settlements = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      for (int k = 0; k < events.get(i).entries().size(); k++) {
        settlements.add(settlement(outcomes.get(i)));
      }
    }
    ledger.settle(claim, settlements);
  }

  /**
   * Makes sure that what is claimed is this run's to send.
   *
   * @throws RuntimeException when it is not, or when nobody can tell
   */
  void hold(Duration needed) {
    ledger.hold(needed);
  }

  /** Makes what was settled so far durable; fails when another run has taken over. */
  void sync() {
    ledger.settle(ledger.claim(List.of()), List.of());
  }

  void release(Pending pending) {
    pending.entries().forEach(entry -> ledger.release(entry.key()));
  }

  private static Settlement settlement(Outcome outcome) {
    if (outcome instanceof Outcome.Accepted
        || outcome instanceof Outcome.Present
        || outcome instanceof Outcome.Partly) {
      return Settlement.DELIVERED;
    }
    return outcome instanceof Outcome.Unknown ? Settlement.UNKNOWN : Settlement.RELEASED;
  }
}
