package dev.footfall.sandbox.platform;

/** What a platform thinks of a token. */
public enum TokenState {
  /** It may do everything. */
  GOOD,
  /** It ran out. */
  EXPIRED,
  /** Its owner took it back. */
  REVOKED,
  /** It is real, but not for this. */
  WITHOUT_PERMISSION,
  /** It may send events and nothing else. */
  EVENTS_ONLY,
  /** Its owner has not accepted the platform's terms. */
  TERMS_NOT_ACCEPTED,
  /** Nobody knows it. */
  UNKNOWN
}
