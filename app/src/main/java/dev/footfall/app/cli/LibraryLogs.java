package dev.footfall.app.cli;

/**
 * Where libraries log by {@code java.util.logging}: nowhere. Drivers quote addresses there, with
 * the passwords in them.
 */
public final class LibraryLogs {
  private static final String CONFIGURATION = "java.util.logging.config.class";

  /** Made by the JDK when the first library logs; sets up no place for its lines. */
  public LibraryLogs() {}

  /** Silences them, unless whoever started the process has said where they go. */
  static void silence() {
    boolean isSaid =
        System.getProperty(CONFIGURATION) != null
            || System.getProperty("java.util.logging.config.file") != null;
    if (!isSaid) {
      System.setProperty(CONFIGURATION, LibraryLogs.class.getName());
    }
  }
}
