package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.terminal.Style;
import dev.footfall.app.terminal.Table;
import dev.footfall.app.terminal.Table.Cell;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Mode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the platforms. */
@Command(
    name = "destinations",
    description = "List the platforms that events can be sent to.",
    footer = {"footfall destinations", "footfall destinations --json | jq '.[].type'"})
final class DestinationsCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DestinationsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<DestinationSpec> specs = session.destinations().specs();
    if (json) {
      ArrayNode list = Json.list();
      specs.forEach(spec -> list.add(SpecJson.summary(spec)));
      Json.print(list, session.console());
    } else {
      Table table = Table.of("TYPE", "PLATFORM", "MODES", "SENDS", "VISIBLE AFTER");
      for (DestinationSpec spec : specs) {
        table.row(
            List.of(
                new Cell(spec.type(), Style.COMMAND),
                Cell.of(spec.about().title()),
                Cell.of(String.join("\n", spec.modes().stream().map(Mode::name).toList())),
                Cell.of(spec.about().summary()),
                Cell.of(spec.about().allowFor())));
      }
      table.print(session.console());
      session.console().say("");
      session.console().say("'footfall describe TYPE' says everything about one.");
    }
    return ExitCode.DONE.number();
  }
}
