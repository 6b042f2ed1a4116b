package dev.footfall.app.orchestration;

import dev.footfall.core.ledger.Ledger;
import dev.footfall.core.ledger.ScopeHold;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a run of the history is over, as its hold on the ledger shows. */
public enum RunState {
  /** Its process is at work. */
  RUNNING,
  /** Its process died, or lost the store, before it could close its books. */
  ABANDONED,
  /** Its books are closed; its outcome is in them. */
  ENDED;

  /** Between its line in the history and its hold on the ledger there are moments. */
  private static final Duration BEGINNING = Duration.ofMinutes(1);

  /** What holds nothing cannot be seen to live; no run is longer. */
  private static final Duration LONGEST = Duration.ofHours(24);

  /** The state of a run. */
  public static RunState of(RecordedRun run, Ledger ledger, Instant now) {
    if (run.end().isPresent()) {
      return ENDED;
    }
    String scope = run.start().terms().ledgerScope();
    Optional<ScopeHold> hold = scope.isEmpty() ? Optional.empty() : ledger.hold(scope);
    if (hold.isPresent() && hold.get().runNumber() >= run.number()) {
      boolean isIts = hold.get().runNumber() == run.number();
      return isIts && hold.get().isHeld() ? RUNNING : ABANDONED;
    }
    Duration most = scope.isEmpty() ? LONGEST : BEGINNING;
    return run.start().started().plus(most).isAfter(now) ? RUNNING : ABANDONED;
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
