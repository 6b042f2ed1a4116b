package dev.footfall.core.credential;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A credential's fields, resolved; secrets and plain ones alike are held as secrets.
 *
 * @param fields name to value
 * @param expiresAt when its token ends, where known
 */
public record CredentialValues(Map<String, Secret> fields, Optional<Instant> expiresAt) {
  /** The field that holds the token which requests bear, where it is renewed. */
  public static final String ACCESS_TOKEN = "access_token";

  /** Copies the map. */
  public CredentialValues {
    fields = Map.copyOf(fields);
  }

  /** No credential, as in preview and file modes: every field reads as three asterisks. */
  public static CredentialValues none() {
    return new CredentialValues(Map.of(), Optional.empty());
  }

  /** Whether there is an access token that has not ended. */
  public boolean worksAt(Instant now) {
    return fields.containsKey(ACCESS_TOKEN) && expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
  }

  /** A field's value. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(fields.get(name)).map(Secret::reveal);
  }

  /** A field's value, or three asterisks where there is no credential. */
  public String reveal(String name) {
    return find(name).orElse("***");
  }

  /** Names only. */
  @Override
  public String toString() {
    return "Credential with " + fields.keySet();
  }
}
