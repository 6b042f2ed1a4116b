package dev.footfall.bench.whole;

import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Surroundings;
import dev.footfall.destinations.meta.Meta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project of one orchestration, as an operator would write it, that sends to the sandbox.
 *
 * @param root its folder
 */
record ProjectFolder(Path root) {
  /** The orchestration's name. */
  static final String ORCHESTRATION = "sales";

  private static final String YAML =
      """
      sources:
        brand: { type: files, path: data }
      credentials:
        meta-main: { access_token: "${env:BENCH_TOKEN}" }
      destinations:
        meta-stores:
          type: meta
          credential: meta-main
          settings: { dataset_id: "1234567890", base_url: "%s" }
      orchestrations:
        sales: { source: brand, query: queries/sales.sql, dialect: presto, columns: canonical, destination: meta-stores, timezone: UTC }
      """;

  Path data() {
    return root.resolve("data");
  }

  /** Where a stage's state is kept. */
  Path state(String name) {
    return root.resolve(".footfall").resolve(name);
  }

  /** Forgets what earlier measurements delivered. */
  void reset() throws IOException {
    Path state = root.resolve(".footfall");
    if (Files.exists(state)) {
      try (Stream<Path> below = Files.walk(state)) {
        for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Writes the project's file and query. */
  void write(String baseUrl) throws IOException {
    Files.createDirectories(root.resolve(Project.QUERIES));
    Files.writeString(root.resolve(Project.FILE), YAML.formatted(baseUrl));
    Files.writeString(root.resolve(Project.QUERIES).resolve("sales.sql"), DataSet.query());
  }

  Project project() {
    return ProjectFile.read(root, new Destinations(List.of(new Meta()))).orThrow();
  }

  Surroundings surroundings() {
    return new Surroundings(root, Map.of("BENCH_TOKEN", "sandbox-meta-token"));
  }
}
