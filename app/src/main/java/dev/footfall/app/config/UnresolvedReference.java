package dev.footfall.app.config;

/** A text of the project file refers to something that is not there. */
public final class UnresolvedReference extends RuntimeException {
  private final transient Place place;

  UnresolvedReference(Place place, String message) {
    super(message);
    this.place = place;
  }

  /** Where the reference stands. */
  public Place place() {
    return place;
  }
}
