package dev.footfall.bench.whole;

import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Preparation;
import dev.footfall.app.orchestration.Prepared;
import dev.footfall.app.orchestration.Routing;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.bench.Usage;
import dev.footfall.core.group.Grouping;
import dev.footfall.core.group.Room;
import dev.footfall.core.ledger.LedgerRun;
import dev.footfall.core.run.Books;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.RowFate;
import dev.footfall.core.run.Run;
import dev.footfall.core.run.RunScope;
import dev.footfall.core.run.StopSignal;
import dev.footfall.core.run.UnknownPolicy;
import dev.footfall.core.source.RowBatch;
import dev.footfall.core.source.Rows;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Program: takes a project's rows as far as a stage, in a process of its own, and says its cost.
 */
public final class StageProgram {
  private final ProjectFolder folder;

  private StageProgram(ProjectFolder folder) {
    this.folder = folder;
  }

  /** Arguments: the stage, the project's folder. */
  public static void main(String[] arguments) throws Exception {
    StageProgram program = new StageProgram(new ProjectFolder(Path.of(arguments[1])));
    long start = System.nanoTime();
    Books.Sums sums = program.run(Stage.of(arguments[0]));
    double wall = (System.nanoTime() - start) / 1e9;
    long rows = sums.rows().read();
    long events = sums.events().built() + sums.events().of(RowFate.ALREADY_DELIVERED);
    System.out.println(Usage.ofThisProcess(rows, events, wall).line());
  }

  private Books.Sums run(Stage stage) throws IOException, InterruptedException {
    return switch (stage) {
      case READ, GROUP -> read(stage);
      case MAP, LEDGER -> map(stage);
      case SEND -> send(RowFate.ACCEPTED);
      case AGAIN -> send(RowFate.ALREADY_DELIVERED);
    };
  }

  private Prepared prepare() {
    return new Preparation(folder.project(), folder.surroundings())
        .prepare(ProjectFolder.ORCHESTRATION, Instant.now());
  }

  private Room room() {
    return Room.below(folder.root().resolve(".footfall").resolve("tmp"));
  }

  private Books.Sums read(Stage stage) throws InterruptedException {
    Books books = new Books();
    try (Prepared prepared = prepare();
        Rows rows = prepared.session().rows(prepared.query());
        Grouping grouping =
            new Grouping(
                Routing.of(prepared, false, "bench").route().mapper(),
                room(),
                group -> {
                  books.built();
                  return true;
                })) {
      for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
        books.read(batch.get().size());
        if (stage == Stage.GROUP) {
          grouping.add(batch.get());
        }
      }
      grouping.finish();
    }
    if (stage == Stage.READ) {
      long orders = books.sums().rows().read() / 2;
      for (long i = 0; i < orders; i++) {
        books.built();
      }
    }
    return books.sums();
  }

  private Books.Sums map(Stage stage) throws IOException, InterruptedException {
    try (Store store = Store.open(folder.state(stage.state()));
        Prepared prepared = prepare();
        LedgerRun ledger =
            stage == Stage.LEDGER ? store.ledger().begin("bench", 1) : new ForgetfulLedger();
        Rows rows = prepared.session().rows(prepared.query())) {
      Routing routing = Routing.of(prepared, false, "bench");
      RunScope scope =
          new RunScope(
              routing.route(),
              prepared.binding(),
              ledger,
              store.keys().digest("event"),
              1,
              new Books(),
              FateListener.NONE);
      UnknownPolicy leave = (entry, event, sameId) -> UnknownPolicy.Decision.LEAVE;
      Run run = new Run(scope, "bench", leave, new StopSignal(), read -> {});
      return run.execute(rows, room(), recorder -> new ClaimingPost(ledger, recorder)).sums();
    }
  }

  private Books.Sums send(RowFate expected) throws IOException, InterruptedException {
    try (Store store = Store.open(folder.state(Stage.SEND.state()))) {
      RunReport report =
          Orchestrations.of(folder.project(), folder.surroundings(), store)
              .run(ProjectFolder.ORCHESTRATION, RunRequest.plain());
      Books.RowSums rows = report.sums().rows();
      if (rows.of(expected) != rows.read()) {
        throw new IllegalStateException(
            "not all rows are "
                + expected.label()
                + ": "
                + rows
                + report.stop()
                + report.warnings());
      }
      return report.sums();
    }
  }
}
