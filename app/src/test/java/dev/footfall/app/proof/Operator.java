package dev.footfall.app.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A person at a {@link Shell} in a process of its own, with a temporary folder of its own; keeps
 * all that came out.
 */
public final class Operator implements AutoCloseable {
  /** The launcher's options for the virtual machine. */
  static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--add-opens=java.base/java.nio=ALL-UNNAMED");

  private final Process process;
  private final Reader out;
  private final Reader err;

  /** What a command printed, and how it ended. */
  public record Answer(int code, String out, String err) {}

  private Operator(Process process) {
    this.process = process;
    this.out = new Reader(process.getInputStream());
    this.err = new Reader(process.getErrorStream());
  }

  /** Sits down in a folder. */
  public static Operator in(
      Path folder, Path temporary, Map<String, String> environment, List<String> options)
      throws IOException {
    return watched(List.of(), folder, temporary, environment, options);
  }

  /** Sits down in a folder, in a process that some command of the system starts and looks after. */
  public static Operator watched(
      List<String> watcher,
      Path folder,
      Path temporary,
      Map<String, String> environment,
      List<String> options)
      throws IOException {
    Files.createDirectories(temporary);
    List<String> command = new ArrayList<>(watcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(QuickStart.options());
    command.addAll(options);
    command.addAll(List.of("-Djava.io.tmpdir=" + temporary, Shell.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("FOOTFALL_CWD", folder.toString());
    builder.environment().putAll(environment);
    return new Operator(builder.start());
  }

  /** Types a command and waits for its end. */
  public Answer type(String... words) throws IOException {
    begin(words);
    return end();
  }

  /** Waits for the end of the command that was begun. */
  public Answer end() throws IOException {
    String printed = out.untilDone();
    String said = err.untilDone();
    int code = out.lastCode;
    return new Answer(code, printed, said);
  }

  /** Types a command and does not wait. */
  public void begin(String... words) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((String.join("\t", words) + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  /** Ends the process as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Waits for the end of the command that was begun; false when somebody killed the process. */
  public boolean endsAlive() {
    try {
      end();
      return true;
    } catch (IOException killed) {
      return false;
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What the process has used of a processor so far; zero where the system does not tell. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The process's id. */
  public long pid() {
    return process.pid();
  }

  /** Everything printed so far, both streams. */
  public String everything() {
    return out.all + "\n" + err.all;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
    out.rest();
    err.rest();
  }

  private static final class Reader {
    private final BufferedReader lines;
    private final StringBuilder all = new StringBuilder();
    private int lastCode = -1;

    Reader(InputStream stream) {
      lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    String untilDone() throws IOException {
      StringBuilder part = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(Shell.DONE)) {
          lastCode = Integer.parseInt(line.substring(Shell.DONE.length()));
          return part.toString();
        }
        part.append(line).append('\n');
        all.append(line).append('\n');
      }
      throw new IOException("the process ended: " + part);
    }

    void rest() {
      try {
        lines.lines().forEach(line -> all.append(line).append('\n'));
      } catch (UncheckedIOException ended) {
        all.append("(stream cut)\n");
      }
    }
  }
}
