package dev.footfall.app.fault;

import java.util.Optional;
import java.util.stream.Stream;

/** A process that has no memory left; what was delivered is in the ledger all the same. */
public final class NoMemory {
  /** Begins what is printed of it. */
  public static final String CODE = "OUT_OF_MEMORY";

  private static final long MEGABYTE = 1 << 20;

  private NoMemory() {}

  /** What to print of a fault that it caused: what, and the remedy. */
  public static Optional<String> line(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
        .filter(OutOfMemoryError.class::isInstance)
        .findFirst()
        .map(cause -> CODE + ": " + words(String.valueOf(cause.getMessage())));
  }

  private static String words(String message) {
    if (message.contains("native thread")) {
      return "the system gives this process no more threads; raise its limit (ulimit -u, or that of"
          + " the container) and run again";
    }
    long most = Runtime.getRuntime().maxMemory() / MEGABYTE;
    return "the "
        + most
        + " MB of memory that this process may use are used up; give it more with"
        + " FOOTFALL_JAVA_OPTS=-Xmx"
        + 2 * most
        + "m and run again. What was delivered is not sent twice";
  }
}
