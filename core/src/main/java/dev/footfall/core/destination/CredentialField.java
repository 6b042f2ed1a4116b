package dev.footfall.core.destination;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One field of a credential.
 *
 * @param name its key in the configuration, such as {@code access_token}
 * @param need REQUIRED, or OPTIONAL with the help saying when it is needed
 * @param rule which values it takes
 * @param secret whether it must never be shown, and may come only from the environment or a file
 * @param help where the operator finds it
 * @param unless fields that stand in for it when all of them are given; empty for none
 * @param use when it cannot be done without, although it is not REQUIRED; empty for never
 */
public record CredentialField(
    String name,
    Need need,
    ValueRule rule,
    boolean secret,
    String help,
    Set<String> unless,
    Optional<Use> use) {
  /** Copies the set. */
  public CredentialField {
    unless = Set.copyOf(unless);
  }

  /** A field that nothing stands in for. */
  public CredentialField(String name, Need need, ValueRule rule, boolean secret, String help) {
    this(name, need, rule, secret, help, Set.of(), Optional.empty());
  }

  /**
   * When a field cannot be done without.
   *
   * @param settings names of settings, each with the values of which one is in force
   * @param columns of which the query returns one; empty for whatever it returns
   */
  public record Use(Map<String, Set<String>> settings, Set<String> columns) {
    /** Copies both. */
    public Use {
      settings = Map.copyOf(settings);
      columns = Set.copyOf(columns);
    }

    /** Whether the settings are so. */
    boolean holds(Function<String, Optional<String>> inForce) {
      return settings.entrySet().stream()
          .allMatch(
              each -> inForce.apply(each.getKey()).filter(each.getValue()::contains).isPresent());
    }
  }

  /** The same field, which may be missing where all of these are given. */
  public CredentialField unless(String... others) {
    return new CredentialField(name, need, rule, secret, help, Set.of(others), use);
  }

  /** The same field, which must be there where a setting has one of these values. */
  public CredentialField where(String setting, String... values) {
    Map<String, Set<String>> settings = new HashMap<>(use.map(Use::settings).orElse(Map.of()));
    settings.put(setting, Set.of(values));
    return used(new Use(settings, use.map(Use::columns).orElse(Set.of())));
  }

  /** The same field, which must be there only for queries that return one of these columns. */
  public CredentialField forColumns(String... columns) {
    return used(new Use(use.map(Use::settings).orElse(Map.of()), Set.of(columns)));
  }

  private CredentialField used(Use when) {
    return new CredentialField(name, need, rule, secret, help, unless, Optional.of(when));
  }

  /**
   * Whether a credential with these fields lacks it, whatever a query returns.
   *
   * @param inForce the value of a setting, given or default
   */
  public boolean isMissedBy(Set<String> given, Function<String, Optional<String>> inForce) {
    boolean isNeeded =
        need == Need.REQUIRED
            || use.filter(u -> u.columns.isEmpty() && u.holds(inForce)).isPresent();
    return isNeeded && lacks(given);
  }

  /** Whether a credential with these fields lacks it for the columns that this query returns. */
  public boolean isMissedBy(Set<String> given, SettingValues inForce, Binding query) {
    return lacks(given)
        && use.filter(u -> u.holds(inForce::find) && u.columns.stream().anyMatch(query::has))
            .isPresent();
  }

  private boolean lacks(Set<String> given) {
    return !given.contains(name) && (unless.isEmpty() || !given.containsAll(unless));
  }
}
