package dev.footfall.app.orchestration;

/** A fault ended a run, and its books balance all the same. The cause says what the fault was. */
public final class BrokenRun extends RuntimeException {
  private final transient RunReport report;
  private final RuntimeException fault;

  BrokenRun(RunReport report, RuntimeException fault) {
    super(fault.getClass().getSimpleName(), fault);
    this.report = report;
    this.fault = fault;
  }

  /** The books of what was done. */
  public RunReport report() {
    return report;
  }

  /** What went wrong. */
  public RuntimeException fault() {
    return fault;
  }
}
