package dev.footfall.core.destination;

import java.util.Set;

/**
 * One field of a credential.
 *
 * @param name its key in the configuration, such as {@code access_token}
 * @param need REQUIRED, or OPTIONAL with the help saying when it is needed
 * @param rule which values it takes
 * @param secret whether it must never be shown, and may come only from the environment or a file
 * @param help where the operator finds it
 * @param unless fields that stand in for it when all of them are given; empty for none
 */
public record CredentialField(
    String name, Need need, ValueRule rule, boolean secret, String help, Set<String> unless) {
  /** Copies the set. */
  public CredentialField {
    unless = Set.copyOf(unless);
  }

  /** A field that nothing stands in for. */
  public CredentialField(String name, Need need, ValueRule rule, boolean secret, String help) {
    this(name, need, rule, secret, help, Set.of());
  }

  /** The same field, which may be missing where all of these are given. */
  public CredentialField unless(String... others) {
    return new CredentialField(name, need, rule, secret, help, Set.of(others));
  }

  /** Whether a credential with these fields lacks it. */
  public boolean isMissedBy(Set<String> given) {
    return need == Need.REQUIRED
        && !given.contains(name)
        && (unless.isEmpty() || !given.containsAll(unless));
  }
}
