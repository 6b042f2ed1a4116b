package dev.footfall.app.orchestration;

import dev.footfall.core.delivery.Time;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Route;
import dev.footfall.core.ledger.ForgetfulRun;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.Run;
import dev.footfall.core.run.RunResult;
import dev.footfall.core.run.RunScope;
import dev.footfall.core.source.Rows;
import dev.footfall.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run, from the first row to its report: hands the stages what they share, and keeps what the
 * next run must know of this one.
 *
 * @param owner has the project, the store and the network
 * @param time the run's clock
 * @param recorded its line in the history
 */
record Execution(
    Orchestrations owner,
    Prepared prepared,
    Routing routing,
    RunRequest request,
    Time time,
    RecordedRun recorded) {

  /** Whether one run at a time may work on its ledger's scope; files need that in any case. */
  static boolean holdsScope(Route route, boolean isDry) {
    return route.usesLedger() || (!isDry && route.delivery() instanceof FileDelivery);
  }

  /**
   * Runs to the end.
   *
   * @throws BrokenRun when a fault ended it; with its books
   */
  RunReport toItsEnd() throws InterruptedException {
    Store store = owner.store();
    OutcomeKeeper keeper =
        new OutcomeKeeper(
            store.outcomes(),
            store.keys().digest(OutcomeKeeper.ORDER),
            recorded.number(),
            request.fates());
    Bookkeeping kept =
        new Bookkeeping(books(), keeper, Warding.of(store, request, prepared, routing));
    try {
      Sent sent = send(kept);
      RunResult result = sent.result();
      return closing()
          .report(
              result,
              new Closing.Findings(
                  keeper.leftOut(),
                  sent.quarantine(),
                  kept.warding().found(),
                  result.stop().map(stop -> Stopped.of(stop, request.signal().isRaised()))));
    } catch (RuntimeException fault) {
      throw new BrokenRun(broken(kept, fault), fault);
    }
  }

  /** What is written down of a run while it goes on. */
  private record Bookkeeping(Books books, OutcomeKeeper keeper, Warding warding) {}

  /** How the sending ended, and what changed in quarantine. */
  private record Sent(RunResult result, List<String> quarantine) {}

  private Closing closing() {
    return new Closing(prepared, routing, recorded.start().started(), request.goesOn());
  }

  /** The report after a fault: whatever can still be written down is. */
  private RunReport broken(Bookkeeping kept, RuntimeException fault) {
    kept.books().close();
    kept.keeper().keepIfItCan();
    return closing()
        .report(
            RunResult.broken(kept.books().sums()),
            new Closing.Findings(
                Optional.empty(),
                kept.warding().endIfItCan(),
                Optional.empty(),
                Optional.of(Stopped.by(fault))));
  }

  private Sent send(Bookkeeping kept) throws InterruptedException {
    boolean isDry = request.dryRun();
    try (LedgerRun ledger = ledger();
        Rows rows = prepared.rows(routing)) {
      RunScope scope = kept.warding().join(scope(ledger, kept), prepared, routing);
      Posting posting = new Posting(owner, prepared, routing, scope, time);
      Run run = new Run(scope, mapping(), posting.unknowns(), request.signal(), request.progress());
      RunResult result =
          run.execute(rows, owner.room(prepared), isDry ? DryPost::new : posting::open);
      if (!isDry) {
        kept.keeper().flush();
      }
      List<String> quarantine = kept.warding().end();
      boolean isRemembered = !isDry && request.replay().isEmpty();
      return new Sent(isRemembered ? remembered(result, kept.books()) : result, quarantine);
    }
  }

  private RunScope scope(LedgerRun ledger, Bookkeeping kept) {
    Store store = owner.store();
    return new RunScope(
        HeldBack.now(store).over(routing.route(), prepared),
        prepared.binding(),
        ledger,
        store.keys().digest("event"),
        recorded.number(),
        kept.books(),
        request.dryRun() ? request.fates() : kept.keeper());
  }

  /** Keeps what the next run must know of this one; its result with what that says of it. */
  private RunResult remembered(RunResult result, Books books) {
    if (result.stop().isEmpty()) { // what was stopped has not used the wider window up
      owner
          .firstSend(prepared, routing)
          .completed(prepared.settings(), result.endsFirstSend(), routing.runId());
    }
    return new VolatileAttributes(owner.store().notes(), routing.ledgerScope(prepared))
        .completed(result, books);
  }

  /** Books that already hold what was said of the query's columns and the settings. */
  private Books books() {
    Books books = new Books();
    prepared.binding().problems().forEach(problem -> books.warning(problem.code(), 1));
    return books;
  }

  /** What it is told outlives the run only where the route uses the ledger. */
  private LedgerRun ledger() {
    Route route = routing.route();
    LedgerRun forgets = new ForgetfulRun();
    if (!holdsScope(route, request.dryRun())) {
      return forgets;
    }
    LedgerRun held = owner.store().ledger().begin(routing.ledgerScope(prepared), recorded.number());
    return route.usesLedger() ? held : new HeldScope(held, forgets);
  }

  /** Whatever besides the rows decides what an event looks like. */
  private String mapping() {
    return new TreeMap<>(prepared.settings().given())
        + "|"
        + prepared.binding().vocabulary()
        + "|"
        + prepared.orchestration().zone()
        + "|"
        + prepared.binding().header();
  }
}
