package dev.footfall.app.orchestration;

import dev.footfall.app.config.Project;
import dev.footfall.app.config.Surroundings;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.FileDelivery;
import dev.footfall.core.destination.Route;
import dev.footfall.core.group.Room;
import dev.footfall.core.ledger.ForgetfulRun;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RowFate;
import dev.footfall.core.run.Run;
import dev.footfall.core.run.RunEnd;
import dev.footfall.core.run.RunResult;
import dev.footfall.core.run.RunScope;
import dev.footfall.core.run.RunStart;
import dev.footfall.core.run.RunTerms;
import dev.footfall.core.source.Rows;
import dev.footfall.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Runs the orchestrations of a project, one at a time.
 *
 * @param project free of faults
 * @param surroundings what its references are resolved against
 * @param store of the project
 * @param outside network and clock
 */
public record Orchestrations(
    Project project, Surroundings surroundings, Store store, Outside outside) {
  /** Orchestrations that send for real. */
  public static Orchestrations of(Project project, Surroundings surroundings, Store store) {
    return new Orchestrations(project, surroundings, store, Outside.REAL);
  }

  /**
   * Runs one orchestration to its end.
   *
   * @throws dev.footfall.app.fault.UserFault when it cannot start: an unknown name, wrong columns,
   *     a missing setting
   * @throws dev.footfall.core.source.SourceFault when its source or query is at fault
   * @throws BrokenRun when a fault ended it after it had begun; its books are in the history, if
   *     the store still takes them
   */
  public RunReport run(String name, RunRequest request) throws InterruptedException {
    Time time = outside.times().apply(request.now());
    Instant started = Instant.now();
    Instant now = time.now();
    try (Prepared prepared =
        new Preparation(project, surroundings).prepare(name, now, request.asOf(now))) {
      Fitness.require(prepared.binding());
      Fitness.require(project.store().retention(), prepared);
      String runId = runId(started);
      Routing routing = routing(prepared, runId, request, time);
      RecordedRun recorded =
          store
              .runs()
              .start(
                  new RunStart(
                      runId,
                      name,
                      prepared.destination().name(),
                      routing.route().target(),
                      started,
                      terms(prepared, routing, request)));
      try {
        RunReport report = execute(prepared, routing, recorded.number(), request, time, started);
        finish(recorded, report);
        return report;
      } catch (BrokenRun broken) {
        try {
          finish(recorded, broken.report());
        } catch (RuntimeException unwritten) { // the store itself may be what broke
          broken.fault().addSuppressed(unwritten);
        }
        throw broken;
      }
    }
  }

  private static RunTerms terms(Prepared prepared, Routing routing, RunRequest request) {
    // a dry run asks the ledger, and nothing of it is kept there
    boolean isKept = !request.dryRun() && holdsScope(routing.route(), request.dryRun());
    return new RunTerms(
        prepared.query().now(),
        request.now().isPresent(),
        routing.isFirstSend(),
        request.dryRun(),
        isKept ? routing.ledgerScope(prepared) : "");
  }

  /** Files are written by one run at a time, also where the ledger is not used. */
  private static boolean holdsScope(Route route, boolean isDry) {
    return route.usesLedger() || (!isDry && route.delivery() instanceof FileDelivery);
  }

  private void finish(RecordedRun recorded, RunReport report) {
    store
        .runs()
        .finish(
            recorded.number(),
            new RunEnd(
                report.times().finished(),
                report.ending().word(),
                RunReportJson.of(report).toString()));
  }

  /** The way of the run, once the platform has told what it must know. */
  private Routing routing(Prepared prepared, String runId, RunRequest request, Time time)
      throws InterruptedException {
    Map<String, String> facts =
        request.dryRun()
            ? Map.of()
            : new Lookup(this, prepared, time).facts(Routing.of(prepared, false, runId).route());
    Routing narrow = Routing.of(prepared, false, runId, facts);
    boolean isWide =
        request.replay().isPresent()
            ? Warding.isOlderThan(narrow, store, request.replay().get(), prepared)
            : request.isFirstSend() || firstSend(prepared, narrow).isOpen(prepared.settings());
    return isWide ? Routing.of(prepared, true, runId, facts) : narrow;
  }

  private RunReport execute(
      Prepared prepared,
      Routing routing,
      int runNumber,
      RunRequest request,
      Time time,
      Instant started)
      throws InterruptedException {
    OutcomeKeeper keeper =
        new OutcomeKeeper(
            store.outcomes(), store.keys().digest(OutcomeKeeper.ORDER), runNumber, request.fates());
    Warding warding = Warding.of(store, request, prepared, routing);
    Books books = books(prepared);
    try {
      Numbered numbered = new Numbered(runNumber, request, books);
      Sent sent = sent(prepared, routing, numbered, time, keeper, warding);
      RunResult result = sent.result();
      Optional<Stopped> stopped =
          result.stop().map(stop -> Stopped.of(stop, request.signal().isRaised()));
      return report(
          prepared,
          routing,
          result,
          new Extra(request, started, keeper.leftOut(), sent.words(), warding.found(), stopped));
    } catch (RuntimeException fault) {
      books.close();
      keeper.keepIfItCan();
      Extra extra =
          new Extra(
              request,
              started,
              Optional.empty(),
              warding.endIfItCan(),
              Optional.empty(),
              Optional.of(Stopped.by(fault)));
      throw new BrokenRun(report(prepared, routing, RunResult.broken(books.sums()), extra), fault);
    }
  }

  /** A run's number, what is wanted of it, and its books. */
  private record Numbered(int number, RunRequest request, Books books) {}

  /** How it ended, and what is to be said of the quarantine. */
  private record Sent(RunResult result, List<String> words) {}

  private Sent sent(
      Prepared prepared,
      Routing routing,
      Numbered numbered,
      Time time,
      OutcomeKeeper keeper,
      Warding warding)
      throws InterruptedException {
    RunRequest request = numbered.request();
    try (LedgerRun ledger = ledger(prepared, routing, numbered.number(), request.dryRun());
        Rows rows = prepared.rows(routing)) {
      HeldBack held = HeldBack.now(store);
      RunScope plain =
          new RunScope(
              held.over(routing.route(), prepared),
              prepared.binding(),
              ledger,
              store.keys().digest("event"),
              numbered.number(),
              numbered.books(),
              request.dryRun() ? request.fates() : keeper);
      RunScope scope = warding.join(plain, prepared, routing);
      Posting posting = new Posting(this, prepared, routing, scope, time);
      Run run =
          new Run(
              scope, mapping(prepared), posting.unknowns(), request.signal(), request.progress());
      RunResult result =
          run.execute(rows, room(prepared), request.dryRun() ? DryPost::new : posting::open);
      if (!request.dryRun()) {
        keeper.flush();
      }
      List<String> words = warding.end();
      if (!request.dryRun() && request.replay().isEmpty()) {
        result = noted(prepared, routing, result, numbered.books());
      }
      return new Sent(result, words);
    }
  }

  /** What the next run must know of this one; its result with what that says of it. */
  private RunResult noted(Prepared prepared, Routing routing, RunResult result, Books books) {
    if (result.stop().isEmpty()) { // what was stopped has not used the wider window up
      firstSend(prepared, routing)
          .completed(prepared.settings(), result.endsFirstSend(), routing.runId());
    }
    return new VolatileAttributes(store.notes(), routing.ledgerScope(prepared))
        .completed(result, books);
  }

  /** Books that already hold what was said of the query's columns and the settings. */
  private static Books books(Prepared prepared) {
    Books books = new Books();
    prepared.binding().problems().forEach(problem -> books.warning(problem.code(), 1));
    return books;
  }

  Room room(Prepared prepared) {
    return SourceLocations.room(
        Objects.requireNonNull(project.sources().get(prepared.orchestration().names().source())),
        surroundings);
  }

  private FirstSend firstSend(Prepared prepared, Routing routing) {
    return new FirstSend(store.notes(), routing.ledgerScope(prepared));
  }

  /** What it is told outlives the run only where the route uses the ledger. */
  private LedgerRun ledger(Prepared prepared, Routing routing, int runNumber, boolean isDry) {
    Route route = routing.route();
    LedgerRun forgets = new ForgetfulRun();
    if (!holdsScope(route, isDry)) {
      return forgets;
    }
    LedgerRun kept = store.ledger().begin(routing.ledgerScope(prepared), runNumber);
    return route.usesLedger() ? kept : new HeldScope(kept, forgets);
  }

  /** Whatever besides the rows decides what an event looks like. */
  private static String mapping(Prepared prepared) {
    return new TreeMap<>(prepared.settings().given())
        + "|"
        + prepared.binding().vocabulary()
        + "|"
        + prepared.orchestration().zone()
        + "|"
        + prepared.binding().header();
  }

  private static RunReport report(
      Prepared prepared, Routing routing, RunResult result, Extra extra) {
    List<String> warnings = new ArrayList<>();
    allRejected(result.sums().rows()).ifPresent(warnings::add);
    extra.goesOn().ifPresent(warnings::add);
    extra.leftOut().ifPresent(warnings::add);
    warnings.addAll(extra.quarantine());
    warnings.addAll(result.words());
    prepared.binding().problems().stream()
        .filter(p -> !p.stops())
        .forEach(p -> warnings.add(p.code() + ": " + p.message()));
    prepared.description().warnings().forEach(warnings::add);
    if (routing.route().isTest()) {
      warnings.add(Code.TEST_MODE + ": " + Code.TEST_MODE.meaning() + "; nothing is remembered");
    }
    return new RunReport(
        routing.runId(),
        new RunReport.Names(
            prepared.orchestration().name(),
            prepared.destination().destination().spec().type(),
            routing.route().target(),
            prepared.settings().mode()),
        new RunReport.Times(extra.started(), Instant.now(), prepared.now()),
        result.sums(),
        extra.stopped(),
        prepared.orchestration().maxRejected(),
        warnings,
        extra.replay());
  }

  /** What a report needs besides the run's result. */
  private record Extra(
      RunRequest request,
      Instant started,
      Optional<String> leftOut,
      List<String> quarantine,
      Optional<Replay.Found> replay,
      Optional<Stopped> stopped) {
    Optional<String> goesOn() {
      return request
          .goesOn()
          .map(left -> RunReport.GOES_ON + ": with what run " + left.start().id() + " left");
    }
  }

  private static Optional<String> allRejected(Books.RowSums rows) {
    if (rows.read() == 0 || rows.of(RowFate.REJECTED) < rows.read()) {
      return Optional.empty();
    }
    return rows.rejected().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(
            most ->
                RunReport.ALL_REJECTED
                    + ": all "
                    + rows.read()
                    + " rows were rejected; most frequent: "
                    + most.getKey()
                    + " ("
                    + most.getValue()
                    + ")");
  }

  private static String runId(Instant started) {
    String day = started.toString().substring(0, 19).replaceAll("[^0-9T]", "");
    return day.replace('T', '-') + "-" + UUID.randomUUID().toString().substring(0, 6);
  }
}
