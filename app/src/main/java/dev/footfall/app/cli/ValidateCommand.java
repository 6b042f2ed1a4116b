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

/** Checks a project. */
@Command(
    name = "validate",
    description = "Check the whole configuration and every query; send nothing.",
    footer = {"footfall validate", "footfall validate -C shop"})
final class ValidateCommand implements Callable<Integer> {
  private final Session session;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.console();
    ProjectFile file = session.projectFile();
    List<ConfigFault> faults = file.faults();
    faults.forEach(fault -> console.error(fault.line()));
    if (!faults.isEmpty()) {
      console.say(Figures.of(faults.size(), "error") + " in " + Project.FILE);
      return ExitCode.WRONG_INPUT.number();
    }
    Project project = file.project();
    console.say(Style.GOOD, summary(project));
    return ExitCode.DONE.number();
  }

  private static String summary(Project project) {
    return "All is well: "
        + Figures.of(project.sources().size(), "source")
        + ", "
        + Figures.of(project.destinations().size(), "destination")
        + ", "
        + Figures.of(project.orchestrations().size(), "orchestration")
        + ".";
  }
}
