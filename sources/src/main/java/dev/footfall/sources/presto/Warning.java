package dev.footfall.sources.presto;

/** A tolerance that was applied: the query runs, but strict Presto would have refused it. */
public record Warning(Code code, Position position, String message) {

  /** The tolerances; all of them are faults under {@link Options#strict()}. */
  public enum Code {
    /** A comma directly after SELECT was skipped. */
    EXTRA_COMMA,
    /** An alias in single quotes was read as a name. */
    QUOTED_ALIAS,
    /** A double-quoted name that names no column was read as text. */
    DOUBLE_QUOTED_TEXT,
    /** Text was cast to VARBINARY as its UTF-8 bytes. */
    TEXT_AS_VARBINARY
  }

  @Override
  public String toString() {
    return code + ": line " + position + ": " + message;
  }
}
