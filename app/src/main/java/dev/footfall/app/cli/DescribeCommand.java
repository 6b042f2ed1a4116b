package dev.footfall.app.cli;

import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.terminal.Console;
import dev.footfall.core.destination.DestinationSpec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says everything about one platform. */
@Command(
    name = "describe",
    description = "Show a platform's modes, settings, columns, limits, windows and codes.",
    footer = {"footfall describe meta", "footfall describe criteo --json"})
final class DescribeCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "TYPE", description = "A type that 'footfall destinations' lists.")
  private String type = "";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DescribeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DestinationSpec spec = session.destination(type).spec();
    Console console = session.console();
    if (json) {
      Json.print(SpecJson.full(spec), console);
    } else {
      new SpecPage(spec, console).print();
    }
    return ExitCode.DONE.number();
  }
}
