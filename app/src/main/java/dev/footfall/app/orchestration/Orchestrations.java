package dev.footfall.app.orchestration;

import dev.footfall.app.config.Project;
import dev.footfall.app.config.Surroundings;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.group.Room;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunEnd;
import dev.footfall.core.run.RunStart;
import dev.footfall.core.run.RunTerms;
import dev.footfall.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
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
        RunReport report =
            new Execution(this, prepared, routing, request, time, recorded).toItsEnd();
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
    boolean isKept = !request.dryRun() && Execution.holdsScope(routing.route(), false);
    return new RunTerms(
        prepared.query().now(),
        request.now().isPresent(),
        routing.isFirstSend(),
        request.dryRun(),
        isKept ? routing.ledgerScope(prepared) : "");
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

  Room room(Prepared prepared) {
    return SourceLocations.room(
        Objects.requireNonNull(project.sources().get(prepared.orchestration().names().source())),
        surroundings);
  }

  FirstSend firstSend(Prepared prepared, Routing routing) {
    return new FirstSend(store.notes(), routing.ledgerScope(prepared));
  }

  private static String runId(Instant started) {
    String day = started.toString().substring(0, 19).replaceAll("[^0-9T]", "");
    return day.replace('T', '-') + "-" + UUID.randomUUID().toString().substring(0, 6);
  }
}
