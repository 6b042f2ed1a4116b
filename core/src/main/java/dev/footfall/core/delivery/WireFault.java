package dev.footfall.core.delivery;

/** No answer came. Its message holds neither URL nor body. */
public final class WireFault extends Exception {
  private final boolean maybeStored;
  private final boolean lasting;

  private WireFault(String message, boolean maybeStored, boolean lasting) {
    super(message);
    this.maybeStored = maybeStored;
    this.lasting = lasting;
  }

  /** The request surely did not reach the platform. */
  public static WireFault notSent(String message) {
    return new WireFault(message, false, false);
  }

  /** The request cannot be sent as it is, however often it is tried. */
  public static WireFault unsendable(String message) {
    return new WireFault(message, false, true);
  }

  /** The request was written, at least in part; nobody knows what became of it. */
  public static WireFault answerLost(String message) {
    return new WireFault(message, true, false);
  }

  /** Whether the platform may have stored what was sent. */
  public boolean maybeStored() {
    return maybeStored;
  }

  /** Whether trying again changes nothing. */
  public boolean lasts() {
    return lasting;
  }
}
