package dev.footfall.app.orchestration;

import dev.footfall.core.ledger.ScopeHold;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunEnd;
import dev.footfall.store.Store;
import java.util.Optional;

/**
 * Whether a run of the history is over, as its hold on the ledger shows, or, as long as it holds
 * nothing, its process.
 */
public enum RunState {
  /** Its process is at work. */
  RUNNING,
  /** Its process died, or lost the store, before it could close its books. */
  ABANDONED,
  /** Its books are closed; its outcome is in them. */
  ENDED;

  /** The state of a run. */
  public static RunState of(RecordedRun run, Store store) {
    if (run.end().isPresent()) {
      return ENDED;
    }
    String scope = run.start().terms().ledgerScope();
    Optional<ScopeHold> hold = scope.isEmpty() ? Optional.empty() : store.ledger().hold(scope);
    boolean isAtWork =
        hold.filter(held -> held.runNumber() >= run.number())
            .map(held -> held.runNumber() == run.number() && held.isHeld())
            .orElseGet(() -> store.runs().isAtWork(run.number()));
    return isAtWork ? RUNNING : ABANDONED;
  }

  /** One word: the outcome of a run that has ended, else the state. */
  public String word(RecordedRun run) {
    return switch (this) {
      case RUNNING -> "running";
      case ABANDONED -> "abandoned";
      case ENDED -> run.end().map(RunEnd::outcome).orElse("");
    };
  }
}
