package dev.footfall.core.ledger;

/** What became of a claimed event. */
public enum Settlement {
  /** The platform has it; never send it again. */
  DELIVERED,
  /**
   * The platform surely does not have it; a later run may send it. A key that was delivered before
   * keeps its former line.
   */
  RELEASED,
  /** The answer was lost or not understood. */
  UNKNOWN
}
