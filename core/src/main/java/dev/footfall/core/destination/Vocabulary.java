package dev.footfall.core.destination;

/** Whose names a query's columns bear. */
public enum Vocabulary {
  /** The platform's own names and meanings. */
  PLATFORM,
  /** One table of names and meanings for all destinations. */
  CANONICAL
}
