package dev.footfall.sandbox.json;

/**
 * One thing that is wrong with a request: where, what, and the platform's own number for it. Never
 * the value itself.
 *
 * @param event the index of the event, or {@link #WHOLE_REQUEST}
 * @param code the platform's (sub-)code, 0 when it has none of its own
 */
public record Fault(Kind kind, int event, String path, String reason, int code) {

  /** The {@link #event} of a fault that belongs to no single event. */
  public static final int WHOLE_REQUEST = -1;

  /** What kind of rule was broken. */
  public enum Kind {
    /** No JSON, wrong types, unknown or repeated keys: what a parser would stumble over. */
    SHAPE,
    /** Right in type, but missing, badly formatted or out of bounds. */
    VALUE,
    /** Plain personal data where none may be. */
    PERSONAL_DATA,
    /** Right in form, but not acceptable: too old, no value, no identity. */
    MEANING
  }

  /** The fault as one sentence that starts with its path. */
  public String sentence() {
    return path.isEmpty() ? reason : path + ": " + reason;
  }
}
