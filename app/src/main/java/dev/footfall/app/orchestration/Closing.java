package dev.footfall.app.orchestration;

import dev.footfall.core.destination.Code;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RowFate;
import dev.footfall.core.run.RunResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the report of a run that is over: its books, and all that is to be said of them.
 *
 * @param started on the wall clock
 * @param goesOn the run that it went on with
 */
record Closing(Prepared prepared, Routing routing, Instant started, Optional<RecordedRun> goesOn) {

  /**
   * What was found out besides the result.
   *
   * @param leftOut what the history could not keep
   * @param quarantine what changed in quarantine
   * @param replay what a replay found
   * @param stopped why it ended before its end
   */
  record Findings(
      Optional<String> leftOut,
      List<String> quarantine,
      Optional<Replay.Found> replay,
      Optional<Stopped> stopped) {}

  RunReport report(RunResult result, Findings findings) {
    return new RunReport(
        routing.runId(),
        new RunReport.Names(
            prepared.orchestration().name(),
            prepared.destination().destination().spec().type(),
            routing.route().target(),
            prepared.settings().mode()),
        new RunReport.Times(started, Instant.now(), prepared.now()),
        result.sums(),
        findings.stopped(),
        prepared.orchestration().maxRejected(),
        warnings(result, findings),
        findings.replay());
  }

  private List<String> warnings(RunResult result, Findings findings) {
    List<String> warnings = new ArrayList<>();
    if (result.sums().rows().read() == 0 && isWhole(findings)) {
      warnings.add(RunReport.NOTHING_TO_SEND + ": the query returned no row");
    }
    allRejected(result.sums().rows()).ifPresent(warnings::add);
    goesOn.ifPresent(
        left -> warnings.add(RunReport.GOES_ON + ": with what run " + left.start().id() + " left"));
    findings.leftOut().ifPresent(warnings::add);
    warnings.addAll(findings.quarantine());
    warnings.addAll(result.words());
    prepared.binding().problems().stream()
        .filter(p -> !p.stops())
        .forEach(p -> warnings.add(p.code() + ": " + p.message()));
    warnings.addAll(prepared.description().warnings());
    if (routing.route().isTest()) {
      warnings.add(Code.TEST_MODE + ": " + Code.TEST_MODE.meaning() + "; nothing is remembered");
    }
    return warnings;
  }

  /** Neither cut short nor of some orders only. */
  private static boolean isWhole(Findings findings) {
    return findings.stopped().isEmpty() && findings.replay().isEmpty();
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
}
