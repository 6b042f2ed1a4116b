package dev.footfall.app.orchestration;

import dev.footfall.app.coverage.CoverageCounter;
import dev.footfall.app.coverage.Measured;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Route;
import dev.footfall.core.ledger.ForgetfulRun;
import dev.footfall.core.ledger.KeyDigest;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.Rehearsal;
import dev.footfall.core.run.RunScope;

/**
 * Measures what an orchestration's first rows would become; sends nothing, asks no ledger.
 *
 * @param rows how many are read; they must fit memory
 * @param firstSend whether the wider window of a first send is open
 */
public record Sampling(long rows, boolean firstSend) {
  private static final String RUN = "sample";

  /**
   * Runs the query and maps its first rows.
   *
   * @throws dev.footfall.core.source.SourceFault when the query fails
   */
  public Measured of(Prepared prepared) {
    Routing routing = Routing.of(prepared, firstSend, RUN);
    DestinationSpec spec = prepared.destination().destination().spec(prepared.settings());
    SourceColumns columns = new SourceColumns(prepared.session().tables(), prepared.query().sql());
    CoverageCounter counter = new CoverageCounter(columns::of);
    Route route = counter.over(spec, prepared.binding(), routing.route());
    Books books = new Books();
    RunScope scope =
        new RunScope(
            route,
            prepared.binding(),
            new ForgetfulRun(),
            KeyDigest.unkeyed(),
            0,
            books,
            FateListener.NONE);
    try (FirstRows first =
        FirstRows.of(prepared.session().rows(routing.query(prepared).limit(rows + 1)), rows)) {
      Rehearsal.events(scope, first);
      return new Measured(
          spec.type(),
          prepared.settings().mode(),
          books.sums(),
          counter.coverage(),
          !first.isCut());
    }
  }
}
