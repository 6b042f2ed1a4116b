package dev.footfall.core.destination;

/** What a column holds, for people and for the checks before a run. */
public enum ColumnType {
  /** Text. */
  TEXT,
  /** Text, or several texts as an array or JSON array. */
  TEXTS,
  /** A whole number. */
  WHOLE,
  /** An exact number. */
  DECIMAL,
  /** A point in time. */
  TIMESTAMP,
  /** A calendar date. */
  DATE,
  /** true or false. */
  BOOLEAN,
  /** An array of maps or rows, or its JSON text. */
  ARRAY
}
