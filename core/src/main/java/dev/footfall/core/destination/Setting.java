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
 * @param usual what its values look like, where an odd one is taken all the same but pointed out
 * @param namesColumns whether its value, or each item of it, names a column that the query must
 *     then return
 */
public record Setting(
    String name,
    Need need,
    ValueRule rule,
    Optional<String> fallback,
    Set<String> modes,
    String help,
    Optional<Usual> usual,
    boolean namesColumns) {
  /**
   * What values look like as a rule.
   *
   * @param shape a regular expression that a usual value matches whole
   * @param words the same for people
   */
  public record Usual(String shape, String words) {}

  /** Copies the set. */
  public Setting {
    modes = Set.copyOf(modes);
  }

  /** A setting that must be given, in the destination or its orchestration. */
  public static Setting required(String name, ValueRule rule, String help) {
    return new Setting(
        name,
        Need.REQUIRED_AT_ORCHESTRATION,
        rule,
        Optional.empty(),
        Set.of(),
        help,
        Optional.empty(),
        false);
  }

  /** A setting that is unset unless given. */
  public static Setting optional(String name, ValueRule rule, String help) {
    return new Setting(
        name, Need.OPTIONAL, rule, Optional.empty(), Set.of(), help, Optional.empty(), false);
  }

  /** A setting with a default. */
  public static Setting of(String name, ValueRule rule, String fallback, String help) {
    return new Setting(
        name, Need.OPTIONAL, rule, Optional.of(fallback), Set.of(), help, Optional.empty(), false);
  }

  /** The same setting, used by these modes only. */
  public Setting in(String... modes) {
    return new Setting(name, need, rule, fallback, Set.of(modes), help, usual, namesColumns);
  }

  /** The same setting, of which other values than these draw a warning. */
  public Setting usually(String shape, String words) {
    Optional<Usual> expected = Optional.of(new Usual(shape, words));
    return new Setting(name, need, rule, fallback, modes, help, expected, namesColumns);
  }

  /** The same setting, of which each value names a column that the query must return. */
  public Setting namingColumns() {
    return new Setting(name, need, rule, fallback, modes, help, usual, true);
  }

  /** What an unusual value is told; empty when the value is usual. */
  Optional<String> oddity(String value) {
    return usual
        .filter(expected -> !value.matches(expected.shape()))
        .map(expected -> "setting '" + name + "' is usually " + expected.words() + "; check it");
  }

  /** Whether a mode uses it. */
  public boolean usedIn(String mode) {
    return modes.isEmpty() || modes.contains(mode);
  }
}
