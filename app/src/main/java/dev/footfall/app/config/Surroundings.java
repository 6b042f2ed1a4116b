package dev.footfall.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What references in the project file are resolved against.
 *
 * @param root the project's folder; relative paths start there
 * @param variables the environment
 */
public record Surroundings(Path root, Map<String, String> variables) {
  private static final long MOST_BYTES = 1 << 20;

  /** Copies the variables. */
  public Surroundings {
    variables = Map.copyOf(variables);
  }

  /** The content of a file that holds a secret, without line ends at its end. */
  String read(String path, Place place) {
    Path file = root.resolve(path);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UnresolvedReference(place, "file " + path + " is larger than 1 MB");
      }
      String content = Files.readString(file).replaceFirst("[\\r\\n]+$", "");
      if (content.isBlank()) {
        throw new UnresolvedReference(place, "file " + path + " is empty");
      }
      return content;
    } catch (IOException unreadable) {
      throw new UnresolvedReference(
          place, "file " + path + " cannot be read; check that it exists and its permissions");
    }
  }

  /** Names no variable's value. */
  @Override
  public String toString() {
    return "Surroundings of " + root;
  }
}
