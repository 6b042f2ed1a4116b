package dev.footfall.sources;

/** Whose SQL a query is written in. */
public enum Dialect {
  /** Presto/Trino SQL, translated and run by the embedded engine. */
  PRESTO,
  /** The source's own SQL, run by the source as it stands. */
  NATIVE
}
