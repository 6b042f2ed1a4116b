package dev.footfall.app.cli;

import dev.footfall.app.config.ConfigFault;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
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
    footer = {"footfall validate", "footfall validate -C shop --offline"})
final class ValidateCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--offline",
      description = "Check the file alone; open no source, read no secret.")
  private boolean offline;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
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
    if (errors > 0) {
      console.say(Figures.of(errors, "error") + ". Nothing was sent.");
      return ExitCode.WRONG_INPUT.number();
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
