package dev.footfall.app.cli;

import java.util.Optional;

/** Which Footfall this is. */
final class Version {
  private Version() {}

  /** Such as {@code 0.1.0}; {@code dev} when it does not run from a built jar. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }

  /** For people who report a fault. */
  static String line() {
    return "footfall "
        + number()
        + " (Java "
        + System.getProperty("java.version")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ")";
  }
}
