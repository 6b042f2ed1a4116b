package dev.footfall.core.destination;

/**
 * What a code means at one destination.
 *
 * @param code from the shared registry
 * @param severity what it does there
 * @param meaning when it is given, in one sentence
 */
public record CodeSpec(Code code, Severity severity, String meaning) {
  /** What a code does. */
  public enum Severity {
    /** The row, or its whole order, is not sent. */
    ROW,
    /** The event is sent; something about it is worth knowing. */
    NOTICE,
    /** The run stops. */
    RUN
  }

  /** A code whose row, or whole order, is not sent. */
  public static CodeSpec row(Code code, String meaning) {
    return new CodeSpec(code, Severity.ROW, meaning);
  }

  /** A code of which the event goes out all the same. */
  public static CodeSpec notice(Code code, String meaning) {
    return new CodeSpec(code, Severity.NOTICE, meaning);
  }

  /** A code that stops the run. */
  public static CodeSpec stop(Code code, String meaning) {
    return new CodeSpec(code, Severity.RUN, meaning);
  }
}
