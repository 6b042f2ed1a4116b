package dev.footfall.app.cli;

import dev.footfall.app.orchestration.Trace;
import dev.footfall.core.destination.Code;
import dev.footfall.core.ledger.KeyState;
import dev.footfall.core.ledger.LedgerEntry;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.OutcomeLine;
import dev.footfall.core.run.Quarantined;
import dev.footfall.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of an order on its way through one orchestration.
 *
 * @param trace what its rows make now
 * @param before what earlier runs wrote down, the latest first
 * @param kept its entries in quarantine
 * @param store names the runs
 */
record OrderStory(Trace trace, List<OutcomeLine> before, List<Quarantined> kept, Store store) {
  String name() {
    return trace.place().orchestration();
  }

  /** What happens next, or what a person should do. */
  String next() {
    Optional<Trace.Traced> lost = event(KeyState.UNKNOWN);
    if (lost.filter(Trace.Traced::isRepeated).isPresent()) {
      return "the next run sends it again under the same id, which the platform takes once";
    }
    if (lost.isPresent()) {
      String run = lost.get().entry().map(this::runId).orElse("RUN");
      return "look for it on the platform, then 'footfall settle "
          + run
          + " --as delivered' if it is there, or '--as resend' if it is not";
    }
    if (trace.rows() == 0) {
      return kept.isEmpty()
          ? "nothing: the query returns no row of it, so nothing is sent"
          : "the query returns no row of it any more, so 'replay' would not find it";
    }
    Optional<FateListener.Line> rejected =
        trace.rejected().stream().filter(line -> line.fate().equals("rejected")).findFirst();
    if (rejected.isPresent()) {
      return rejected(rejected.get().code());
    }
    if (event(KeyState.NEW).isPresent()) {
      return kept.isEmpty()
          ? "the next run sends it"
          : "it is fit to be sent: 'footfall replay " + name() + "', or the next run";
    }
    return trace.events().stream().anyMatch(Trace.Traced::isChanged)
        ? "delivered, and changed since: a run sends the change where the platform takes"
            + " corrections"
        : "nothing: it is delivered";
  }

  private String rejected(Code code) {
    if (code == Code.EVENT_TOO_OLD) {
      return "nothing: it is older than the platform takes";
    }
    if (code == Code.FORGOTTEN_PERSON) {
      return "nothing: it is held back; remove it from the source";
    }
    String then = kept.isEmpty() ? "'footfall run " : "'footfall replay ";
    return "mend " + code + " (" + code.advice() + "), then " + then + name() + "'";
  }

  private Optional<Trace.Traced> event(KeyState state) {
    return trace.events().stream().filter(event -> event.state() == state).findFirst();
  }

  /** The public name of the run that claimed an event. */
  String runId(LedgerEntry entry) {
    return KeptCause.runId(entry.runNumber(), store);
  }
}
