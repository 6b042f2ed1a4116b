package dev.footfall.app.cli;

import dev.footfall.app.config.Destinations;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.ProjectFile;
import dev.footfall.app.config.Spelling;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.fault.UserFault;
import dev.footfall.app.terminal.Console;
import dev.footfall.core.destination.Destination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What the commands of one invocation share: the outside world and the global options.
 *
 * @param surrounding the outside world
 * @param options the global options, filled when the command line was read
 */
record Session(Surrounding surrounding, GlobalOptions options) {
  /** Where to print. */
  Console console() {
    return Console.of(
        surrounding.streams().out(),
        surrounding.streams().err(),
        surrounding.environment(),
        new Console.Wishes(options.plain, options.quiet));
  }

  /** The project's folder. */
  Path root() {
    return path(options.directory);
  }

  /** A path as the person meant it, from where they stand. */
  Path path(Path given) {
    return surrounding.directory().resolve(given).normalize();
  }

  /** A path as the person would write it from where they stand. */
  String shown(Path path) {
    Path here = surrounding.directory().normalize();
    return path.startsWith(here) && !path.equals(here)
        ? here.relativize(path).toString()
        : path.toString();
  }

  Clock clock() {
    return surrounding.clock();
  }

  Destinations destinations() {
    return surrounding.destinations();
  }

  /** The platform of a type that the person typed. */
  Destination destination(String type) {
    return destinations()
        .find(type)
        .orElseThrow(
            () ->
                UserFault.of(
                    "unknown destination type '"
                        + type
                        + "'"
                        + Spelling.hint(type, destinations().types())));
  }

  /** What the project's file says, sound or not. */
  ProjectFile projectFile() {
    if (!Files.isDirectory(root())) {
      throw UserFault.of(
          "folder " + shown(root()) + " does not exist; name the project with -C DIR");
    }
    if (!ProjectFile.isIn(root())) {
      throw UserFault.of(
          "no "
              + Project.FILE
              + " in "
              + root()
              + "; name the project's folder with -C DIR, or make one with 'footfall init DIR'");
    }
    return ProjectFile.read(root(), destinations());
  }

  /** The project, free of faults. */
  Project project() {
    return projectFile().orThrow();
  }

  /** What the project's references are resolved against. */
  Surroundings surroundings() {
    return new Surroundings(root(), surrounding.environment());
  }
}
