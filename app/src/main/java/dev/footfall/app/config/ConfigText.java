package dev.footfall.app.config;

import dev.footfall.core.credential.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the project file that may refer to the environment ({@code ${env:NAME}}) or to a file
 * ({@code ${file:path}}); never printed, since it may be a secret.
 */
public final class ConfigText {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]*):?([^}]*)}");

  private final String written;
  private final Place place;

  /** A text as it stands in the file. */
  public ConfigText(String written, Place place) {
    this.written = written;
    this.place = place;
  }

  static ConfigText of(YamlValue.Text text) {
    return new ConfigText(text.text(), text.place());
  }

  /** Where it stands. */
  public Place place() {
    return place;
  }

  /** Whether it needs the environment or a file. */
  public boolean refers() {
    return REFERENCE.matcher(written).find();
  }

  /** Whether it is one reference and nothing else, as a secret must be. */
  boolean isReference() {
    return REFERENCE.matcher(written).matches();
  }

  /** What is wrong with its references, however the environment looks. */
  Optional<String> malformed() {
    return REFERENCE
        .matcher(written)
        .results()
        .filter(r -> !r.group(1).matches("env|file") || r.group(2).isBlank())
        .map(r -> "'" + r.group() + "' is no reference; write ${env:NAME} or ${file:path}")
        .findFirst();
  }

  /** The text as it was written; only for texts that are no secrets. */
  String written() {
    return written;
  }

  /**
   * The text with its references replaced.
   *
   * @throws UnresolvedReference when a variable is not set or a file cannot be read
   */
  public Secret resolve(Surroundings surroundings) {
    Matcher matcher = REFERENCE.matcher(written);
    return Secret.of(
        matcher.replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1).equals("env")
                        ? variable(match.group(2), surroundings.variables())
                        : surroundings.read(match.group(2), place))));
  }

  private String variable(String name, Map<String, String> variables) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new UnresolvedReference(
          place, "environment variable " + name + " is not set; export it before running");
    }
    return value.replaceFirst("[\\r\\n]+$", ""); // as at the end of a file
  }

  /** Never the text. */
  @Override
  public String toString() {
    return "text at line " + place.line();
  }
}
