package dev.footfall.app.fault;

/** How a command ended; schedulers act on it. */
public enum ExitCode {
  /** Done, and the books balance. */
  DONE(0),
  /** The person's input is wrong; one line says what, where and the remedy. */
  WRONG_INPUT(1),
  /** The command was typed wrongly. */
  WRONG_USAGE(2),
  /** Done, but rows were rejected or refused beyond what is tolerated. */
  ROWS_LOST(3),
  /** The platform or the credential stopped the run. */
  STOPPED(4),
  /** A fault of ours. */
  OUR_FAULT(5);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** What the process returns. */
  public int number() {
    return number;
  }
}
