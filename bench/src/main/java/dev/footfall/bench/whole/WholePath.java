package dev.footfall.bench.whole;

import dev.footfall.bench.Child;
import dev.footfall.bench.Usage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Program: the cost of a whole run and of its stages, each in a process of its own with the
 * launcher's JVM options, against the sandbox in another.
 */
public final class WholePath {
  private static final double TARGET_SECONDS = 12;
  private static final double TARGET_MEGABYTES = 1536;
  private static final List<String> OPTIONS =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "--add-opens=java.base/java.nio=ALL-UNNAMED");
  private static final String FURTHER = "FOOTFALL_BENCH_JAVA_OPTS";

  private final ProjectFolder folder;

  private WholePath(ProjectFolder folder) {
    this.folder = folder;
  }

  /** Arguments: a folder, which is kept; item rows (default 1,000,000); stages (default all). */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]).toAbsolutePath();
    long rows = arguments.length > 1 ? Long.parseLong(arguments[1].replace("_", "")) : 1_000_000;
    List<Stage> stages =
        arguments.length > 2
            ? Arrays.stream(arguments[2].split(",", -1)).map(Stage::of).toList()
            : List.of(Stage.values());
    ProjectFolder folder = new ProjectFolder(root.resolve(Long.toString(rows)));
    new DataSet(folder.data(), rows).make();
    folder.reset();
    new WholePath(folder).measure(stages);
  }

  private void measure(List<Stage> stages) throws Exception {
    try (Child sandbox = Child.start(List.of("-Xmx512m"), SandboxProgram.class)) {
      folder.write(sandbox.line());
      System.out.println("JVM " + Runtime.version() + ", options " + options(Stage.SEND));
      System.out.printf(
          "%-24s %10s %10s %8s %8s %10s %12s %8s%n",
          "stage", "rows", "events", "CPU s", "wall s", "rows/s", "CPU s/M ev.", "RSS MB");
      for (Stage stage : stages) {
        verdict(stage, measure(stage));
      }
    }
  }

  private Usage measure(Stage stage) throws Exception {
    try (Child child =
        Child.start(options(stage), StageProgram.class, stage.word(), folder.root().toString())) {
      Usage usage = Usage.read(child.finish()).orElseThrow();
      System.out.printf(
          "%-24s %10d %10d %8.1f %8.1f %10.0f %12.2f %8d%n",
          stage.title(),
          usage.rows(),
          usage.events(),
          usage.cpuSeconds(),
          usage.wallSeconds(),
          usage.rows() / usage.wallSeconds(),
          usage.cpuSecondsPerMillion(),
          usage.peakMegabytes());
      return usage;
    }
  }

  /** What is further asked for, such as a profile, with {@code %STAGE%} for the stage's name. */
  private static List<String> options(Stage stage) {
    List<String> options = new ArrayList<>(OPTIONS);
    String further = System.getenv().getOrDefault(FURTHER, "").strip();
    if (!further.isEmpty()) {
      options.addAll(List.of(further.replace("%STAGE%", stage.word()).split("\\s+", -1)));
    }
    return options;
  }

  private static void verdict(Stage stage, Usage usage) {
    if (stage == Stage.SEND || stage == Stage.AGAIN) {
      double seconds = stage == Stage.SEND ? TARGET_SECONDS : TARGET_SECONDS / 3;
      System.out.printf(
          "  target: at most %.0f CPU s a million events (%s), at most %.0f MB (%s)%n",
          seconds,
          usage.cpuSecondsPerMillion() <= seconds ? "met" : "MISSED",
          TARGET_MEGABYTES,
          usage.peakMegabytes() <= TARGET_MEGABYTES ? "met" : "MISSED");
    }
  }
}
