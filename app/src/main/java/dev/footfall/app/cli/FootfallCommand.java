package dev.footfall.app.cli;

import dev.footfall.app.fault.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command without a sub-command: shows what there is. */
@Command(
    name = "footfall",
    description =
        "Turns customer and transaction tables into offline conversion events and delivers them to"
            + " ad platforms.")
final class FootfallCommand implements Callable<Integer> {
  @SuppressWarnings("UnusedVariable") // picocli fills it, the session reads it
  @Mixin
  private final GlobalOptions options;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--version", description = "Show the version.")
  private boolean version;

  FootfallCommand(GlobalOptions options) {
    this.options = options;
  }

  @Override
  public Integer call() {
    if (version) {
      spec.commandLine().getOut().println(Version.line());
      return ExitCode.DONE.number();
    }
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.WRONG_USAGE.number();
  }
}
