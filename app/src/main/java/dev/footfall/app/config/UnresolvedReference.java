package dev.footfall.app.config;

/** A text of the project file refers to something that is not there. */
public final class UnresolvedReference extends RuntimeException {
  /** Stands in the history of a run that it ended. */
  public static final String CODE = "UNRESOLVED_REFERENCE";

  private final transient Place place;

  UnresolvedReference(Place place, String message) {
    super(message);
    this.place = place;
  }

  /** What is wrong, with the place in the project's file in front; no secret. */
  public String line() {
    return Project.FILE + ":" + place.line() + ":" + place.column() + ": " + getMessage();
  }

  /** Where the reference stands. */
  public Place place() {
    return place;
  }
}
