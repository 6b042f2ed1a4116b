package dev.footfall.core.destination;

import java.util.Optional;
import java.util.Set;

/**
 * One setting of a destination.
 *
 * @param name its key in the configuration
 * @param need whether it must be given
 * @param rule which values it takes
 * @param fallback the value when none is given
 * @param modes the modes that use it; empty for all
 * @param help one sentence for people
 */
public record Setting(
    String name,
    Need need,
    ValueRule rule,
    Optional<String> fallback,
    Set<String> modes,
    String help) {
  /** Copies the set. */
  public Setting {
    modes = Set.copyOf(modes);
  }

  /** A setting that must be given, in the destination or its orchestration. */
  public static Setting required(String name, ValueRule rule, String help) {
    return new Setting(
        name, Need.REQUIRED_AT_ORCHESTRATION, rule, Optional.empty(), Set.of(), help);
  }

  /** A setting that is unset unless given. */
  public static Setting optional(String name, ValueRule rule, String help) {
    return new Setting(name, Need.OPTIONAL, rule, Optional.empty(), Set.of(), help);
  }

  /** A setting with a default. */
  public static Setting of(String name, ValueRule rule, String fallback, String help) {
    return new Setting(name, Need.OPTIONAL, rule, Optional.of(fallback), Set.of(), help);
  }

  /** Where the modes that write files put them. */
  public static Setting folder() {
    return of(
        "folder",
        ValueRule.shaped("[^\\p{Cntrl}]{1,500}", "a path of at most 500 characters"),
        "outbox",
        "The folder in which complete files appear; relative to the project.");
  }

  /** The same setting, used by these modes only. */
  public Setting in(String... modes) {
    return new Setting(name, need, rule, fallback, Set.of(modes), help);
  }

  /** Whether a mode uses it. */
  public boolean usedIn(String mode) {
    return modes.isEmpty() || modes.contains(mode);
  }
}
