package dev.footfall.app;

import dev.footfall.app.cli.Cli;
import dev.footfall.app.cli.Surrounding;
import java.util.List;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code, or with that of a signal. */
  public static void main(String[] arguments) {
    int code = Cli.run(List.of(arguments), Surrounding.ofProcess());
    if (!isEnding()) {
      System.exit(code);
    }
  }

  /**
   * Whether a signal is ending the process. Its code is to count; an exit of our own could overtake
   * it once the shutdown hooks are done.
   */
  private static boolean isEnding() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException underWay) {
      return true;
    }
  }
}
