package dev.footfall.core.run;

/** Asks a run to end early: what is under way is finished, the rest is not attempted. */
public final class StopSignal {
  private volatile String reason = "";
  private Runnable listener = () -> {};

  /** Raises the signal; the first reason stays. */
  public synchronized void raise(String why) {
    if (reason.isEmpty()) {
      reason = why;
      listener.run();
    }
  }

  /** Has something done when the signal is raised; at once when it was. Replaces what was told. */
  synchronized void whenRaised(Runnable action) {
    listener = action;
    if (isRaised()) {
      action.run();
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
