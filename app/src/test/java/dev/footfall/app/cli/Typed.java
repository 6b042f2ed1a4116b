package dev.footfall.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.app.config.Destinations;
import dev.footfall.core.destination.Destination;
import dev.footfall.sandbox.Sandbox;
import dev.footfall.sandbox.SandboxOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Types commands in a folder, as a person would, and keeps what came back. */
public final class Typed {
  /** What the clock says. */
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final Path folder;
  private Map<String, String> environment = Map.of();
  private String said = "";
  private Destinations destinations = new Destinations(List.of(new ParcelPost()));

  /** What came back. */
  public record Answer(int code, String out, String err) {
    /** What was printed, as JSON. */
    public JsonNode json() {
      assertThat(out).as(err).matches("(?s)[{\\[].*");
      try {
        return new ObjectMapper().readTree(out);
      } catch (JsonProcessingException broken) {
        throw new AssertionError(err + out, broken);
      }
    }
  }

  private Typed(Path folder) {
    this.folder = folder;
  }

  /** The platforms' doubles, at the instant at which commands are typed. */
  static Sandbox sandbox() {
    try {
      return Sandbox.start(SandboxOptions.defaults().by(InstantSource.fixed(NOW)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Sits down in a folder. */
  public static Typed in(Path folder) {
    return new Typed(folder);
  }

  /** With the platforms that ship, instead of the invented one. */
  public Typed shipped() {
    destinations = Destinations.shipped();
    return this;
  }

  /** With other platforms, instead of the invented one. */
  Typed having(Destination... platforms) {
    destinations = new Destinations(List.of(platforms));
    return this;
  }

  /** With these variables in the environment. */
  public Typed with(Map<String, String> variables) {
    environment = variables;
    return this;
  }

  /** With this on standard input, from now on. */
  Typed saying(String input) {
    said = input;
    return this;
  }

  /** Types a command. */
  public Answer type(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surrounding.Streams streams =
        new Surrounding.Streams(
            new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    int code =
        Cli.run(
            List.of(arguments),
            new Surrounding(
                streams, environment, folder, Clock.fixed(NOW, ZoneOffset.UTC), destinations));
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Types {@code run} of one orchestration, at {@link #NOW}. */
  public Answer run(String orchestration, String... more) {
    List<String> words = new ArrayList<>(List.of("run", orchestration, "--now", NOW.toString()));
    words.addAll(List.of(more));
    return type(words.toArray(String[]::new));
  }

  /** Writes a file of the folder. */
  public Typed write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }
}
