package dev.footfall.sources;

/** Whose SQL a query is written in. */
public enum Dialect {
  /** Presto/Trino SQL, translated and run by the embedded engine. */
  PRESTO,
  /** The same without tolerances: what Presto itself would refuse is refused. */
  PRESTO_STRICT,
  /** The source's own SQL, run by the source as it stands. */
  NATIVE
}
