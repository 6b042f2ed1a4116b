package dev.footfall.app.config;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What proves to a platform that we may send.
 *
 * @param fields field name to text, secrets as references
 */
public record CredentialConfig(String name, Place place, Map<String, ConfigText> fields) {
  /** Copies the map. */
  public CredentialConfig {
    fields = Map.copyOf(fields);
  }

  /**
   * The fields with their references replaced.
   *
   * @throws UnresolvedReference for the first that cannot be
   */
  public CredentialValues resolve(Surroundings surroundings) {
    Map<String, Secret> values = new LinkedHashMap<>();
    fields.forEach((field, text) -> values.put(field, text.resolve(surroundings)));
    return new CredentialValues(values, Optional.empty());
  }
}
