package dev.footfall.core.ledger;

/**
 * This run was paused, or cut off from the ledger, for so long that another one has taken over its
 * scope. Whatever it had not claimed by then it must not send.
 */
public final class LeaseLost extends RuntimeException {
  /** Names the scope and the remedy. */
  public LeaseLost(String message) {
    super("LEASE_LOST: " + message);
  }
}
