package dev.footfall.core.ledger;

/** The ledger's files were altered or cut, so that it cannot promise what was delivered. */
public final class LedgerDamaged extends RuntimeException {
  /** Begins every message. */
  public static final String CODE = "LEDGER_DAMAGED";

  /** Names the file, what is wrong with it and the remedy. */
  public LedgerDamaged(String message) {
    super(CODE + ": " + message);
  }
}
