package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.ConfigFault;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.coverage.Measured;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
      "footfall validate --connect",
      "footfall validate --sample 20000 --json"
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

  @Option(
      names = "--sample",
      paramLabel = "N",
      description =
          "Rows to read of each orchestration's query, to see for what share of them each"
              + " identifier is usable (default: ${DEFAULT-VALUE}; 0: none).",
      defaultValue = "1000")
  private int sample = 1000;

  @Option(names = "--json", description = "Print JSON: errors, warnings, identifiers.")
  private boolean json;

  ValidateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (offline && connect) {
      throw UserFault.usage("--offline and --connect exclude each other; choose one");
    }
    if (sample < 0) {
      throw UserFault.usage("--sample must be 0 or more");
    }
    Console console = session.console();
    ProjectFile file = session.projectFile();
    List<String> errors = new ArrayList<>(file.faults().stream().map(ConfigFault::line).toList());
    List<String> warnings = new ArrayList<>();
    Map<String, Measured> measured = Map.of();
    boolean isStoreUsable = false;
    if (!offline && errors.isEmpty()) {
      QueryChecks checks = new QueryChecks(session, file.project(), sample);
      checks.check();
      warnings.addAll(checks.warnings());
      errors.addAll(new StoreCheck(session, file.store()).errors());
      isStoreUsable = errors.isEmpty();
      if (isStoreUsable) {
        warnings.addAll(new CredentialEnds(session, file.project()).warnings());
        warnings.addAll(new QuotaChecks(session, file.project()).warnings());
      }
      errors.addAll(checks.errors());
      measured = checks.measured();
    }
    warnings.forEach(console::warn);
    errors.forEach(console::error);
    print(errors, warnings, measured);
    ExitCode connected = ExitCode.DONE;
    if (connect && isStoreUsable) {
      connected = new ConnectionChecks(session, file.project()).check();
    }
    return sum(errors.size(), connected, file);
  }

  private void print(List<String> errors, List<String> warnings, Map<String, Measured> measured) {
    Console console = session.console();
    if (json) {
      ObjectNode node = Json.object();
      node.set("errors", Json.list(errors));
      node.set("warnings", Json.list(warnings));
      ObjectNode orchestrations = node.putObject("orchestrations");
      measured.forEach((name, one) -> orchestrations.set(name, CoverageJson.of(one)));
      Json.print(node, console);
    } else {
      measured.forEach(new CoveragePage(console)::print);
    }
    console.out().flush();
  }

  private int sum(int errors, ExitCode connected, ProjectFile file) {
    Console console = session.console();
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
