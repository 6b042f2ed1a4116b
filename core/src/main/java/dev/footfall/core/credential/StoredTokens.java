package dev.footfall.core.credential;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Renewed fields of a credential.
 *
 * @param fields field name to new secret, such as {@code access_token}
 * @param expiresAt when the access token ends, where known
 * @param origin fingerprint of the configured secret that these were renewed from, so that a newly
 *     configured one wins over what is stored
 */
public record StoredTokens(Map<String, Secret> fields, Optional<Instant> expiresAt, String origin) {
  /** Copies the map. */
  public StoredTokens {
    fields = Map.copyOf(fields);
  }
}
