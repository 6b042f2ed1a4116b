package dev.footfall.core.ledger;

/** What the ledger knows of a key. */
public enum KeyState {
  /** Never seen, and now reserved for this run. */
  NEW,
  /** Accepted by the platform in an earlier run. */
  DELIVERED,
  /** Reserved, claimed or settled earlier in this same run. */
  DUPLICATE,
  /** Sent by an earlier run whose answer was lost. */
  UNKNOWN
}
