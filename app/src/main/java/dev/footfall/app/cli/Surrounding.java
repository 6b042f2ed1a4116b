package dev.footfall.app.cli;

import dev.footfall.app.config.Destinations;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Everything a command knows of the world outside; tests hand in their own.
 *
 * @param streams of the process
 * @param environment variables; never printed
 * @param directory relative paths start here
 * @param clock tells the time
 * @param destinations the platforms there are
 */
public record Surrounding(
    Streams streams,
    Map<String, String> environment,
    Path directory,
    Clock clock,
    Destinations destinations) {
  /** Copies the environment. */
  public Surrounding {
    environment = Map.copyOf(environment);
  }

  /** The three streams. */
  public record Streams(InputStream in, PrintStream out, PrintStream err) {}

  /** Those of this process: UTF-8, results buffered. */
  public static Surrounding ofProcess() {
    return new Surrounding(
        new Streams(System.in, stream(FileDescriptor.out, false), stream(FileDescriptor.err, true)),
        System.getenv(),
        Path.of(System.getenv().getOrDefault("FOOTFALL_CWD", "")).toAbsolutePath(),
        Clock.systemUTC(),
        Destinations.shipped());
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
    int size = autoFlush ? 1 << 10 : 1 << 16;
    FileOutputStream raw = new FileOutputStream(descriptor);
    return new PrintStream(new BufferedOutputStream(raw, size), autoFlush, StandardCharsets.UTF_8);
  }

  /** Names no variable's value. */
  @Override
  public String toString() {
    return "Surrounding of " + directory;
  }
}
