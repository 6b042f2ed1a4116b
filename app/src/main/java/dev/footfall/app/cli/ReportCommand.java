package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
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
      ObjectNode books = run.end().map(end -> books(end.report())).orElseThrow(() -> unended(run));
      HeldEvents held = new HeldEvents(store, run);
      if (json) {
        held.addTo(books);
        Json.print(books, session.console());
      } else {
        Reports.page(books, session.console());
        held.print(session.console());
      }
    }
    return ExitCode.DONE.number();
  }

  private static ObjectNode books(String report) {
    return (ObjectNode) Json.read(report);
  }

  private static UserFault unended(RecordedRun run) {
    return UserFault.of(
        "run "
            + run.start().id()
            + " has not finished; when it was killed, run '"
            + run.start().orchestration()
            + "' again: what was delivered is not sent twice");
  }
}
