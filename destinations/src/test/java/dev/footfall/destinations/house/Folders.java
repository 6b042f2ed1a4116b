package dev.footfall.destinations.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The platforms' folders as they stand in the repository. */
final class Folders {
  private static final Path ALL =
      Path.of(
          System.getProperty("footfall.root", ".."),
          "destinations/src/main/java/dev/footfall/destinations");

  /** What the platforms share on purpose; no platform. */
  private static final String SHARED = "answer";

  private Folders() {}

  static List<Path> platforms() {
    return list(ALL).stream()
        .filter(folder -> !folder.getFileName().toString().equals(SHARED))
        .toList();
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String name(Path path) {
    return path.getFileName().toString();
  }
}
