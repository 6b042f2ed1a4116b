package dev.footfall.app.cli;

import dev.footfall.app.config.ConfigFault;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks a project. */
@Command(
    name = "validate",
    description = "Check the whole configuration and every query; send nothing.",
    footer = {
      "footfall validate",
      "footfall validate -C shop --offline",
      "footfall validate --connect"
    })
final class ValidateCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--offline",
      description = "Check the file alone; open no source, read no secret.")
  private boolean offline;

  @Option(
      names = "--connect",
      description =
          "Also ask each platform, with the real credential, whether it would take events.")
  private boolean connect;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (offline && connect) {
      throw UserFault.usage("--offline and --connect exclude each other; choose one");
    }
    Console console = session.console();
    ProjectFile file = session.projectFile();
    List<ConfigFault> faults = file.faults();
    faults.forEach(fault -> console.error(fault.line()));
    int errors = faults.size();
    if (!offline && faults.isEmpty()) {
      QueryChecks checks = new QueryChecks(session, file.project());
      checks.check();
      checks.warnings().forEach(console::warn);
      checks.errors().forEach(console::error);
      errors += checks.errors().size();
    }
    ExitCode connected = ExitCode.DONE;
    if (connect && faults.isEmpty()) {
      connected = new ConnectionChecks(session, file.project()).check();
    }
    if (errors > 0) {
      console.say(Figures.of(errors, "error") + ". Nothing was sent.");
      return Math.max(ExitCode.WRONG_INPUT.number(), connected.number());
    }
    if (connected != ExitCode.DONE) {
      console.say("Not every destination can be reached as it is configured. No event was sent.");
      return connected.number();
    }
    console.say(Style.GOOD, summary(file.project()));
    return ExitCode.DONE.number();
  }

  private static String summary(Project project) {
    return "All is well: "
        + Figures.of(project.sources().size(), "source")
        + ", "
        + Figures.of(project.destinations().size(), "destination")
        + ", "
        + Figures.of(project.orchestrations().size(), "orchestration")
        + ", "
        + Figures.of(ProjectQuery.files(project).size(), "query")
        + ".";
  }
}
