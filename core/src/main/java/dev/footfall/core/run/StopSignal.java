package dev.footfall.core.run;

/** Asks a run to end early: what is under way is finished, the rest is not attempted. */
public final class StopSignal {
  private volatile String reason = "";

  /** Raises the signal; the first reason stays. */
  public void raise(String why) {
    if (reason.isEmpty()) {
      reason = why;
    }
  }

  /** Whether it was raised. */
  public boolean isRaised() {
    return !reason.isEmpty();
  }

  /** Why, in words. */
  public String reason() {
    return reason;
  }
}
