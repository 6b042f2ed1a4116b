package dev.footfall.app.cli;

import dev.footfall.app.config.ConfigSchema;
import dev.footfall.app.fault.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of the project file. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of footfall.yaml, for editors.",
    footer = "footfall schema > footfall.schema.json")
final class SchemaCommand implements Callable<Integer> {
  private final Session session;

  SchemaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Json.print(ConfigSchema.of(session.destinations()), session.console());
    return ExitCode.DONE.number();
  }
}
