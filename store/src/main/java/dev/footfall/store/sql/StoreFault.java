package dev.footfall.store.sql;

/**
 * The store cannot be used as it is configured, or not now. The message begins with the kind, names
 * the place and the remedy, and holds neither secrets nor values of rows.
 */
public final class StoreFault extends RuntimeException {
  private final transient Kind kind;

  /** What is wrong. */
  public enum Kind {
    /** The server does not answer, or the connection broke. */
    STORE_UNREACHABLE,
    /** The server does not let this user in, or not do what it must. */
    STORE_REFUSED,
    /** The database was written under another installation's secret. */
    STORE_SECRET_MISMATCH,
    /** A stored token cannot be opened with the keys that there are. */
    TOKEN_KEY_MISSING,
    /** The keys of stored tokens cannot be read or written. */
    TOKEN_KEYS_UNREADABLE,
    /** A newer Footfall wrote it. */
    STORE_NEWER,
    /** The server answered with an error that is none of the above. */
    STORE_FAILED
  }

  /** Says what is wrong and the remedy. */
  public StoreFault(Kind kind, String words) {
    super(kind + ": " + words);
    this.kind = kind;
  }

  /** Says what is wrong and the remedy. */
  public StoreFault(Kind kind, String words, Throwable cause) {
    super(kind + ": " + words, cause);
    this.kind = kind;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }
}
