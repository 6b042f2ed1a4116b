package dev.footfall.sandbox.google;

import java.util.Locale;

/** Paths of faults in Google's spelling. */
final class Paths {
  private Paths() {}

  /** {@code userData.userIdentifiers[1]} as {@code user_data.user_identifiers[1]}. */
  static String snake(String path) {
    return path.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  /** The last member of a path, without index. */
  static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[.*", "");
  }
}
