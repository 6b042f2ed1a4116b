package dev.footfall.core.destination;

/** How much a column or setting is wanted. */
public enum Need {
  /** Nothing can be sent without it. */
  REQUIRED,
  /** May stay empty in the destination if every orchestration fills it. */
  REQUIRED_AT_ORCHESTRATION,
  /** Improves matching or reporting. */
  RECOMMENDED,
  /** Useful to some. */
  OPTIONAL,
  /** The run stops where it is given: it contradicts a setting. Of columns only. */
  REFUSED
}
