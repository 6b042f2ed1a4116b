package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.orchestration.RunState;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.store.Store;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a past run's books. */
@Command(
    name = "report",
    description = "Show a past run's books: each row's fate, by code.",
    footer = {"footfall report", "footfall report 20261121-0630 --json"})
final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The run's id or its beginning (default: the latest run).")
  private Optional<String> id = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    StoreConfig config = session.projectFile().store();
    FoundRun.requireHistory(session, config);
    try (Store store = OpenStore.of(session, config)) {
      RecordedRun run = FoundRun.of(id, store);
      RunState state = RunState.of(run, store);
      if (run.end().isPresent()) {
        closed((ObjectNode) Json.read(run.end().get().report()), new HeldEvents(store, run));
      } else {
        open(OpenBooks.of(run, state, store), new HeldEvents(store, run));
      }
    }
    return ExitCode.DONE.number();
  }

  private void closed(ObjectNode books, HeldEvents held) {
    if (json) {
      held.addTo(books);
      Json.print(books, session.console());
    } else {
      Reports.page(books, session.console());
      held.print(session.console());
    }
  }

  /** What a run at work has under way is no matter for a person. */
  private void open(OpenBooks books, HeldEvents held) {
    boolean isOver = books.state() == RunState.ABANDONED;
    if (json) {
      ObjectNode known = books.json();
      if (isOver) {
        held.addTo(known);
      }
      Json.print(known, session.console());
    } else {
      books.print(session.console());
      if (isOver) {
        held.print(session.console());
      }
    }
  }
}
