package dev.footfall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of our own class path. */
public final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private Child(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a program; its words of error go to ours. */
  public static Child start(List<String> options, Class<?> program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The next line of its output. */
  public String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the process ended without a word");
    }
    return line;
  }

  /** All its output, once it has ended well. */
  public List<String> finish() throws IOException, InterruptedException {
    List<String> lines = output.lines().toList();
    if (process.waitFor() != 0) {
      throw new IOException("the process failed: " + lines);
    }
    return lines;
  }

  /** Ends it at once, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends it by closing its input, and waits. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
    output.close();
  }
}
