package dev.footfall.app.config;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.Vocabulary;
import java.util.Map;
import java.util.Optional;

/**
 * A configured outlet.
 *
 * @param destination its platform
 * @param credential name of its credential, if it has one
 * @param columns whose column names its queries bear, if it says so
 * @param settings setting name to text
 */
public record DestinationConfig(
    String name,
    Place place,
    Destination destination,
    Optional<String> credential,
    Optional<Vocabulary> columns,
    Map<String, ConfigText> settings) {
  /** Copies the map. */
  public DestinationConfig {
    settings = Map.copyOf(settings);
  }
}
