package dev.footfall.core.destination;

/**
 * One field of a credential.
 *
 * @param name its key in the configuration, such as {@code access_token}
 * @param need REQUIRED, or OPTIONAL with the help saying when it is needed
 * @param rule which values it takes
 * @param secret whether it must never be shown, and may come only from the environment or a file
 * @param help where the operator finds it
 */
public record CredentialField(
    String name, Need need, ValueRule rule, boolean secret, String help) {}
