package dev.footfall.core.ledger;

/**
 * This run was paused, or cut off from the ledger, for so long that another one has taken over its
 * scope. Whatever it had not claimed by then it must not send.
 */
public final class LeaseLost extends RuntimeException {
  /** Begins every message. */
  public static final String CODE = "LEASE_LOST";

  /** Names the scope and the remedy, in one line even where a scope's name has several. */
  public LeaseLost(String message) {
    super(CODE + ": " + message.replace('\n', ' '));
  }
}
