package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.StoreConfig;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.RunState;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.core.run.RecordedRun;
import dev.footfall.core.run.RunEnd;
import dev.footfall.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists past runs. */
@Command(
    name = "runs",
    description = "List past runs, the latest first.",
    footer = {"footfall runs", "footfall runs --limit 5 --json"})
final class RunsCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--limit", paramLabel = "N", description = "Most runs to list (default: 20).")
  private int limit = 20;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  RunsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    StoreConfig config = session.projectFile().store();
    Console console = session.console();
    List<Listed> runs = latest(config);
    if (json) {
      ArrayNode list = Json.list();
      runs.forEach(run -> list.add(json(run)));
      Json.print(list, console);
    } else if (runs.isEmpty()) {
      console.say("Nothing ran yet; 'footfall run NAME' runs an orchestration.");
    } else {
      print(runs, console);
    }
    return ExitCode.DONE.number();
  }

  /** A run with its state or outcome, in one word. */
  private record Listed(RecordedRun run, String state) {}

  private List<Listed> latest(StoreConfig config) {
    if (limit < 1) {
      throw UserFault.usage("--limit must be 1 or more");
    }
    if (!OpenStore.isThere(session, config)) {
      return List.of();
    }
    try (Store store = OpenStore.of(session, config)) {
      return store.runs().latest(limit).stream()
          .map(run -> new Listed(run, RunState.of(run, store).word(run)))
          .toList();
    }
  }

  private static void print(List<Listed> runs, Console console) {
    Table table =
        Table.of("RUN", "ORCHESTRATION", "STARTED", "TOOK", "READ", "ACCEPTED", "OUTCOME")
            .right(3, 4, 5);
    for (Listed listed : runs) {
      RecordedRun run = listed.run();
      JsonNode books = run.end().map(end -> Json.read(end.report())).orElse(Json.object());
      JsonNode rows = books.path("rows");
      table.row(
          List.of(
              new Cell(run.start().id(), Style.COMMAND),
              Cell.of(run.start().orchestration()),
              Cell.of(run.start().started().toString().replaceFirst("\\.\\d+Z$", "Z")),
              Cell.of(run.end().map(end -> took(run, end)).orElse("–")),
              count(rows.path("read")),
              count(rows.path("accepted")),
              Reports.outcome(listed.state(), books.at("/stopped/code").asText())));
    }
    table.print(console);
  }

  /** What is not in the books yet is not nothing. */
  private static Cell count(JsonNode rows) {
    return rows.isMissingNode() ? Cell.of("–") : Cell.count(rows.asLong());
  }

  private static String took(RecordedRun run, RunEnd end) {
    return Figures.time(Duration.between(run.start().started(), end.finished()));
  }

  private static ObjectNode json(Listed listed) {
    RecordedRun run = listed.run();
    ObjectNode node = Json.object();
    node.put("run", run.start().id());
    node.put("orchestration", run.start().orchestration());
    node.put("destination", run.start().destination());
    node.put("target", run.start().target());
    node.put("started", run.start().started().toString());
    node.put("state", listed.state());
    run.end()
        .ifPresent(
            end -> {
              node.put("finished", end.finished().toString());
              node.put("outcome", end.outcome());
              JsonNode books = Json.read(end.report());
              node.set("rows", books.path("rows"));
              if (books.has("stopped")) {
                node.set("stopped", books.get("stopped"));
              }
            });
    return node;
  }
}
