package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.store.Store;
import java.util.List;
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
    session.projectFile();
    RecordedRun run = find();
    JsonNode books =
        run.end()
            .map(end -> Json.read(end.report()))
            .orElseThrow(
                () ->
                    UserFault.of(
                        "run "
                            + run.start().id()
                            + " has not finished; when it was killed, run '"
                            + run.start().orchestration()
                            + "' again: what was delivered is not sent twice"));
    if (json) {
      Json.print(books, session.console());
    } else {
      Reports.page(books, session.console());
    }
    return ExitCode.DONE.number();
  }

  private RecordedRun find() {
    if (!OpenStore.isThere(session)) {
      throw UserFault.of(
          "nothing ran yet in this project; 'footfall run NAME' runs an orchestration");
    }
    try (Store store = OpenStore.of(session)) {
      List<RecordedRun> found = id.map(store.runs()::find).orElseGet(() -> store.runs().latest(1));
      if (found.size() > 1) {
        throw UserFault.of(
            "several runs begin with '"
                + id.orElse("")
                + "': "
                + String.join(", ", found.stream().map(r -> r.start().id()).toList()));
      }
      return found.stream()
          .findFirst()
          .orElseThrow(
              () ->
                  UserFault.of(
                      id.map(i -> "no run begins with '" + i + "'").orElse("nothing ran yet")
                          + "; 'footfall runs' lists them"));
    }
  }
}
