package dev.footfall.core.delivery;

/** No answer came. Its message holds neither URL nor body. */
public final class WireFault extends Exception {
  private final boolean maybeStored;

  private WireFault(String message, boolean maybeStored) {
    super(message);
    this.maybeStored = maybeStored;
  }

  /** The request surely did not reach the platform. */
  public static WireFault notSent(String message) {
    return new WireFault(message, false);
  }

  /** The request was written, at least in part; nobody knows what became of it. */
  public static WireFault answerLost(String message) {
    return new WireFault(message, true);
  }

  /** Whether the platform may have stored what was sent. */
  public boolean maybeStored() {
    return maybeStored;
  }
}
