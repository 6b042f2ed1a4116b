package dev.footfall.core.destination;

/**
 * How the values of one hashed column came, counted while rows are read. A query that hashes some
 * rows and not others probably normalises them in two ways. One thread.
 */
public final class HashCount {
  private long byQuery;
  private long byUs;

  /** A value came hashed. */
  public void hashedByQuery() {
    byQuery++;
  }

  /** A value came plain. */
  public void hashedByUs() {
    byUs++;
  }

  /** Whether values came both ways. */
  public boolean isMixed() {
    return byQuery > 0 && byUs > 0;
  }

  /** Whether any value came hashed. */
  public boolean hasHashed() {
    return byQuery > 0;
  }

  /** Both counts in words. */
  public String inWords() {
    return "values came both hashed (" + byQuery + ") and plain (" + byUs + ")";
  }
}
