package dev.footfall.core.source;

/** What a cell holds, as the engine or the file typed it. */
public enum CellKind {
  /** UTF-8 text; binary values arrive as lower-case hex text. */
  TEXT,
  /** A whole number that fits a signed 64-bit integer. */
  INTEGER,
  /** An exact decimal number. */
  DECIMAL,
  /** A binary floating point number. */
  REAL,
  /** True or false. */
  BOOLEAN,
  /** A calendar date; {@link Column#integer} is the epoch day. */
  DATE,
  /**
   * A date and time without zone; {@link Column#integer} is microseconds since 1970-01-01T00:00.
   */
  LOCAL_TIMESTAMP,
  /** An instant; {@link Column#integer} is microseconds since the Unix epoch. */
  INSTANT,
  /** An array, map or row; {@link Column#text} is its JSON text. */
  NESTED
}
