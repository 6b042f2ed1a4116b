package dev.footfall.core.run;

import java.util.Locale;

/** What became of a row; every row has exactly one. */
public enum RowFate {
  /** The platform has its event. */
  ACCEPTED,
  /** Refused by us, with a code. */
  REJECTED,
  /** Refused by the platform, with its words. */
  REFUSED,
  /** Its event was delivered by an earlier run. */
  ALREADY_DELIVERED,
  /** Another row of this run stood for the same event. */
  DUPLICATE,
  /** Sent, and nobody knows. */
  UNKNOWN,
  /** Surely not sent; a later run may. */
  NOT_SENT;

  /** Its name in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
