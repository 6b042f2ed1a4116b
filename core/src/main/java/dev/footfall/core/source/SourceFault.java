package dev.footfall.core.source;

/**
 * The source could not give its rows: wrong SQL, a missing table, a database that is down.
 *
 * <p>The message is fit for the user: one line with what, where and remedy, and no cell's value.
 */
public final class SourceFault extends RuntimeException {
  private final String code;

  /** A fault with its code from the registry, such as {@code COLUMN_NOT_FOUND}. */
  public SourceFault(String code, String message) {
    super(message);
    this.code = code;
  }

  /** A fault with the error that caused it. */
  public SourceFault(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** The code from the registry. */
  public String code() {
    return code;
  }
}
