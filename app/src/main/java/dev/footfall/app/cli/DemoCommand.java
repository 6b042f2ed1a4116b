package dev.footfall.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.coverage.Measured;
import dev.footfall.app.demo.DemoProject;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.orchestration.Orchestrations;
import dev.footfall.app.orchestration.Preparation;
import dev.footfall.app.orchestration.Prepared;
import dev.footfall.app.orchestration.RunReport;
import dev.footfall.app.orchestration.RunReportJson;
import dev.footfall.app.orchestration.RunRequest;
import dev.footfall.app.orchestration.Sampling;
import dev.footfall.app.sample.SampleBrand;
import dev.footfall.app.sample.SampleOptions;
import dev.footfall.app.terminal.Console;
import dev.footfall.app.terminal.Figures;
import dev.footfall.app.terminal.Progress;
import dev.footfall.app.terminal.Style;
import dev.footfall.core.run.FateListener;
import dev.footfall.core.run.StopSignal;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import dev.footfall.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job without accounts or servers: an invented brand sent to doubles of the platforms. */
@Command(
    name = "demo",
    description = "Make a brand, start doubles of the platforms, deliver, and show the books.",
    footer = {"footfall demo", "footfall demo --dir play --customers 5000 --json"})
final class DemoCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8383;

  /** Rows of a query whose identifiers are counted; they are held in memory. */
  private static final long MOST_MEASURED = 20_000;

  private final Session session;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Where the project is made and left to play with (default: footfall-demo).")
  private Path folder = Path.of("footfall-demo");

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = "How many customers the brand has (default: 1000).")
  private long customers = 1000;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "How many days its orders reach back (default: 90).")
  private int days = 90;

  @Option(names = "--json", description = "Print JSON: the folder and the books of each run.")
  private boolean json;

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path root = session.path(folder);
    requireRoom(root);
    makeBrand(root);
    DemoProject demo = new DemoProject(root, session.destinations());
    try (Sandbox sandbox = start(root)) {
      demo.write(sandbox);
      Surroundings surroundings = new Surroundings(root, session.surrounding().environment());
      Project project = ProjectFile.read(root, session.destinations()).orThrow();
      try (Store store = Store.open(root.resolve(".footfall"))) {
        Orchestrations all = Orchestrations.of(project, surroundings, store);
        List<Shown> runs = run(all, project);
        print(root, sandbox, runs);
        return runs.stream().mapToInt(r -> r.report().ending().exitCode()).max().orElse(0);
      }
    } catch (IOException unusable) {
      throw unwritable(root);
    }
  }

  private void requireRoom(Path root) {
    if (Files.exists(root.resolve(Project.FILE)) || Files.exists(root.resolve(DemoProject.BRAND))) {
      throw UserFault.of(
          session.shown(root)
              + " holds a project already; remove it, or choose another folder with --dir");
    }
  }

  private void makeBrand(Path root) {
    Console console = session.console();
    try (Progress progress = Progress.of(console, "Making a brand", "row")) {
      SampleOptions options =
          SampleOptions.of(
              customers, days, 1, root.resolve(DemoProject.BRAND), session.clock().instant());
      var rows =
          SampleBrand.generate(options, (stage, done, total) -> progress.update(done, total));
      long total = rows.values().stream().mapToLong(Long::longValue).sum();
      console.say(
          "Made a brand: "
              + Figures.of(rows.size(), "table")
              + ", "
              + Figures.of(total, "row")
              + " ("
              + Figures.time(progress.elapsed())
              + ")");
    } catch (IllegalArgumentException wrong) {
      throw UserFault.of(String.valueOf(wrong.getMessage()));
    } catch (IOException failed) {
      throw unwritable(root);
    }
  }

  private UserFault unwritable(Path root) {
    return UserFault.of(
        "cannot write in "
            + session.shown(root)
            + "; check that the disk has room and the folder may be written to");
  }

  private Sandbox start(Path root) throws IOException {
    SandboxOptions options =
        SandboxOptions.defaults().by(session.clock()).keepingIn(root.resolve("sandbox"));
    try {
      return Sandbox.start(options.onPort(USUAL_PORT));
    } catch (IOException taken) {
      return Sandbox.start(options.onPort(0));
    }
  }

  /** A run, and what its events carried. */
  private record Shown(RunReport report, Measured measured) {
    boolean isCanonical() {
      return DemoProject.isCanonical(report.names().orchestration());
    }
  }

  private List<Shown> run(Orchestrations all, Project project) throws InterruptedException {
    Console console = session.console();
    List<Shown> runs = new ArrayList<>();
    for (String name : project.orchestrations().keySet()) {
      try (Progress progress = Progress.of(console, name, "row")) {
        Instant now = session.clock().instant();
        RunReport report =
            all.run(
                name,
                new RunRequest(
                    Optional.of(now),
                    false,
                    FateListener.NONE,
                    new StopSignal(),
                    progress::update));
        runs.add(new Shown(report, measured(all, name, now)));
        console.say("Ran " + name + " (" + Figures.time(progress.elapsed()) + ")");
      }
    }
    return runs;
  }

  private static Measured measured(Orchestrations all, String name, Instant now) {
    try (Prepared prepared =
        new Preparation(all.project(), all.surroundings()).prepare(name, now)) {
      return new Sampling(MOST_MEASURED, true).of(prepared);
    }
  }

  private void print(Path root, Sandbox sandbox, List<Shown> runs) {
    Console console = session.console();
    if (json) {
      Json.print(json(root, runs), console);
      return;
    }
    console.say("");
    table(runs.stream().filter(Shown::isCanonical).toList())
        .print("One query, in canonical columns, to every platform", console);
    table(runs.stream().filter(run -> !run.isCanonical()).toList())
        .print("A query for each platform, in its own columns", console);
    console.out().flush();
    String shown = session.shown(root);
    console.say("");
    console.say(Style.GOOD, "Every row has one fate. The project is yours to play with:");
    console.say(
        "  footfall sandbox --port " + sandbox.port() + "     the doubles again, with a page");
    console.say("  footfall report -C " + shown + "    why rows were rejected");
    console.say(
        "  footfall validate -C "
            + shown
            + "    which identifiers are usable, and which are missing");
    console.say("  footfall run -C " + shown + " stores-to-meta    again: nothing is sent twice");
  }

  private static DemoTable table(List<Shown> runs) {
    DemoTable table = new DemoTable();
    runs.forEach(run -> table.add(run.report(), run.measured()));
    return table;
  }

  private static ObjectNode json(Path root, List<Shown> runs) {
    ObjectNode node = Json.object().put("dir", root.toString());
    ArrayNode list = node.putArray("runs");
    for (Shown run : runs) {
      ObjectNode books = RunReportJson.of(run.report());
      Measured measured = run.measured();
      books.set(
          "coverage", CoverageJson.coverage(measured.coverage()).put("sampled", !measured.whole()));
      list.add(books);
    }
    return node;
  }
}
