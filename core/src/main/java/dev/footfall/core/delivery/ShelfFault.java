package dev.footfall.core.delivery;

import dev.footfall.core.destination.Reading;

/** A file could not be put where it is wanted, and the run must stop. */
public final class ShelfFault extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reading.Stop stop;

  /**
   * For a reason; {@link Reading.Stop#maybeStored} when the file may have its name all the same.
   */
  public ShelfFault(Reading.Stop stop) {
    super(stop.words());
    this.stop = stop;
  }

  /** Why the run stops. */
  public Reading.Stop stop() {
    return stop;
  }
}
