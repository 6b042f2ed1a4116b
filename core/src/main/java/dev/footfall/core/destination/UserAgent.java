package dev.footfall.core.destination;

import java.util.Optional;

/** How Footfall names itself to platforms. */
public final class UserAgent {
  /** The header's name. */
  public static final String HEADER = "User-Agent";

  /** Such as {@code Footfall/0.1.0}; {@code Footfall/dev} when it does not run from a built jar. */
  public static final String VALUE =
      "Footfall/"
          + Optional.ofNullable(UserAgent.class.getPackage().getImplementationVersion())
              .orElse("dev");

  private UserAgent() {}
}
