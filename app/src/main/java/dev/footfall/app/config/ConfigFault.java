package dev.footfall.app.config;

/**
 * Something wrong in a file of the project, in one line: what, where, remedy. Never holds a secret.
 *
 * @param file its name as the person knows it
 */
public record ConfigFault(String file, Place place, String message) {
  /** Such as {@code footfall.yaml:12:7: unknown setting 'datset_id'}. */
  public String line() {
    return file + ":" + place.line() + ":" + place.column() + ": " + message;
  }
}
