package dev.footfall.app.cli;

import dev.footfall.app.config.OrchestrationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.SourceConfig;
import dev.footfall.app.config.Spelling;
import dev.footfall.app.fault.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query of a project.
 *
 * @param path of its file
 * @param sql its text
 */
record ProjectQuery(Project project, Path path, String sql) {
  private static final String SUFFIX = ".sql";

  /** The query of a name under {@code queries/}, or of a path. */
  static ProjectQuery named(String name, Session session, Project project) {
    Path folder = project.root().resolve(Project.QUERIES);
    return Stream.of(
            folder.resolve(name + SUFFIX),
            folder.resolve(name),
            project.root().resolve(name),
            session.path(Path.of(name)))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(path -> read(project, path.normalize()))
        .orElseThrow(
            () ->
                UserFault.of(
                    "no query '"
                        + name
                        + "' in "
                        + session.shown(folder)
                        + Spelling.hint(name, names(folder))));
  }

  static ProjectQuery read(Project project, Path path) {
    try {
      return new ProjectQuery(project, path, Files.readString(path));
    } catch (IOException unreadable) {
      throw UserFault.of("cannot read " + path + "; it must be UTF-8 text that you may read");
    }
  }

  /** All queries under {@code queries/}, by name. */
  static List<Path> files(Project project) {
    Path folder = project.root().resolve(Project.QUERIES);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException unreadable) {
      throw UserFault.of("cannot read " + folder + "; check its permissions");
    }
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(f -> f.endsWith(SUFFIX))
          .map(f -> f.substring(0, f.length() - SUFFIX.length()))
          .toList();
    } catch (IOException absent) {
      return List.of();
    }
  }

  /** An orchestration that uses it. */
  Optional<OrchestrationConfig> user() {
    return project.orchestrations().values().stream()
        .filter(o -> o.query().path().equals(path))
        .findFirst();
  }

  /** Where it runs: where it is told to, where an orchestration runs it, or the only source. */
  SourceConfig source(Optional<String> told) {
    Optional<String> name =
        told.or(() -> user().map(o -> o.names().source()))
            .or(
                () ->
                    project.sources().size() == 1
                        ? project.sources().keySet().stream().findFirst()
                        : Optional.empty());
    if (name.isEmpty()) {
      throw UserFault.of(
          project.sources().isEmpty()
              ? "the project has no sources; define one under 'sources:' in " + Project.FILE
              : "the project has several sources; name one with --source: "
                  + String.join(", ", project.sources().keySet()));
    }
    return Optional.ofNullable(project.sources().get(name.get()))
        .orElseThrow(
            () ->
                UserFault.of(
                    "unknown source '"
                        + name.get()
                        + "'"
                        + Spelling.hint(name.get(), project.sources().keySet())));
  }
}
