package dev.footfall.core.delivery;

/**
 * Asked in the last moment before a request's body leaves: a process that was paused between its
 * claim and its socket must not send what another may have sent meanwhile.
 */
@FunctionalInterface
public interface Departure {
  /** Whatever is sent may be sent at any time. */
  Departure FREE = () -> {};

  /**
   * Passes when the request may leave.
   *
   * @throws Refused when it must not
   */
  void check();

  /** The request must not leave; nothing of its body did. */
  final class Refused extends RuntimeException {
    /** Refused for this reason. */
    public Refused(RuntimeException cause) {
      super(cause);
    }
  }
}
