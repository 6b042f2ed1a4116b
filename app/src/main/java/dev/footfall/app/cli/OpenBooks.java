package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.orchestration.RunState;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.core.ledger.Tally;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunStart;
import dev.footfall.store.Store;

/** What is known of a run that has not closed its books: what the ledger holds in its name. */
record OpenBooks(RecordedRun run, RunState state, Tally tally) {
  static OpenBooks of(RecordedRun run, RunState state, Store store) {
    String scope = run.start().terms().ledgerScope();
    return new OpenBooks(
        run, state, scope.isEmpty() ? Tally.NONE : store.ledger().tally(scope, run.number()));
  }

  void print(Console console) {
    RunStart start = run.start();
    console.print(
        start.orchestration()
            + " → "
            + start.destination()
            + " "
            + start.target()
            + "  run "
            + start.id()
            + "  "
            + Reports.outcome(state.word(run)).text());
    console.print(
        "  in the ledger: "
            + Figures.of(tally.delivered(), "event")
            + " accepted, "
            + Figures.of(tally.unknown(), "event")
            + " sent or about to be, without an answer");
    console.print("  " + advice());
  }

  private String advice() {
    return state == RunState.RUNNING
        ? "it is at work; its books come with its end"
        : "its process died, or lost the store, before its books were closed;"
            + " 'footfall run --resume "
            + run.start().orchestration()
            + "' goes on with it, and sends nothing twice";
  }

  ObjectNode json() {
    RunStart start = run.start();
    ObjectNode json = Json.object();
    json.put("run", start.id());
    json.put("orchestration", start.orchestration());
    json.put("destination", start.destination());
    json.put("target", start.target());
    json.put("started", start.started().toString());
    json.put("now", start.terms().now().toString());
    json.put("outcome", state.word(run));
    json.putObject("events").put("accepted", tally.delivered()).put("unknown", tally.unknown());
    json.putArray("messages").add(advice());
    return json;
  }
}
