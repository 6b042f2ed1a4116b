package dev.footfall.app.proof;

import dev.footfall.app.cli.Cli;
import dev.footfall.app.cli.Surrounding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Program: runs a command for each line of its input, words apart by tabs. */
public final class Shell {
  static final String DONE = "<<<done ";

  private Shell() {}

  /** Ends when its input ends. */
  public static void main(String[] arguments) throws IOException {
    Surrounding surrounding = Surrounding.ofProcess();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int code = Cli.run(List.of(line.split("\t", -1)), surrounding);
      surrounding.streams().err().println(DONE + code);
      surrounding.streams().out().println(DONE + code);
      surrounding.streams().out().flush();
    }
  }
}
