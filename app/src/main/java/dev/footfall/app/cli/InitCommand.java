package dev.footfall.app.cli;

import dev.footfall.app.config.ConfigSchema;
import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.StarterFile;
import dev.footfall.app.fault.ExitCode;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.sample.Templates;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a new project. */
@Command(
    name = "init",
    description = "Make a new project: footfall.yaml, queries, a schema for editors.",
    footer = {"footfall init shop", "footfall init shop --destination meta,tiktok"})
final class InitCommand implements Callable<Integer> {
  private static final String IGNORED =
      """
      # State, tokens and quarantine of Footfall, and the data itself, stay out of version control.
      .footfall/
      data/
      """;

  private final Session session;

  @Parameters(paramLabel = "DIR", description = "The folder to make it in; made when missing.")
  private Path folder = Path.of(".");

  @Option(
      names = "--destination",
      paramLabel = "TYPE",
      split = ",",
      completionCandidates = DestinationTypes.class,
      description = "Platforms to prepare; the others stand in the file as comments.")
  private Set<String> types = new LinkedHashSet<>();

  InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    types.forEach(session::destination);
    Path root = session.path(folder);
    if (Files.exists(root.resolve(Project.FILE))) {
      throw UserFault.of(
          session.shown(root.resolve(Project.FILE))
              + " is there already; choose another folder, or edit that file");
    }
    try {
      write(root);
    } catch (IOException unwritable) {
      throw UserFault.of(
          "cannot write in "
              + session.shown(root)
              + "; check that it is a folder you may write to");
    }
    next(root);
    return ExitCode.DONE.number();
  }

  private void write(Path root) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    String starter =
        new StarterFile(session.destinations().specs(), spec -> types.contains(spec.type())).text();
    files.put(Project.FILE, starter);
    files.put(ConfigSchema.FILE, Json.pretty(ConfigSchema.of(session.destinations())) + "\n");
    files.put(".gitignore", IGNORED);
    Templates.all().forEach((name, sql) -> files.put(Project.QUERIES + "/" + name, sql));
    Files.createDirectories(root.resolve(Project.QUERIES));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      if (Files.notExists(path)) {
        Files.writeString(path, file.getValue());
      }
    }
  }

  private void next(Path root) {
    Console console = session.console();
    String shown = session.shown(root);
    console.print(shown);
    console.say(Style.GOOD, "Made a project in " + shown);
    console.say("Next:");
    console.say("  footfall sample --out " + shown + "/data/brand.duckdb   a brand to play with");
    console.say("  footfall validate -C " + shown + "   checks the project");
  }

  /** For the shell's completion. */
  static final class DestinationTypes extends AbstractList<String> {
    private final List<String> types = Destinations.shipped().types();

    @Override
    public String get(int index) {
      return types.get(index);
    }

    @Override
    public int size() {
      return types.size();
    }
  }
}
