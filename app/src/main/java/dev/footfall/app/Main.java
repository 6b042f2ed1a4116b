package dev.footfall.app;

import dev.footfall.app.cli.Cli;
import dev.footfall.app.cli.Surrounding;
import java.util.List;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Cli.run(List.of(arguments), Surrounding.ofProcess()));
  }
}
