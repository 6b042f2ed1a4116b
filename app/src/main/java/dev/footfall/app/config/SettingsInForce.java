package dev.footfall.app.config;

import dev.footfall.core.destination.SettingFault;
import dev.footfall.core.destination.SettingValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts together what an orchestration's run is set to. */
public final class SettingsInForce {
  private SettingsInForce() {}

  /**
   * The settings of an orchestration over those of its destination, references replaced.
   *
   * @throws UnresolvedReference when a reference leads nowhere
   * @throws SettingFault when a replaced value is unfit
   */
  public static SettingValues of(
      OrchestrationConfig orchestration, DestinationConfig destination, Surroundings surroundings) {
    return of(Optional.of(orchestration), destination, surroundings);
  }

  /** The settings of a destination, under those of an orchestration where one is named. */
  public static SettingValues of(
      Optional<OrchestrationConfig> orchestration,
      DestinationConfig destination,
      Surroundings surroundings) {
    Map<String, ConfigText> texts = new LinkedHashMap<>(destination.settings());
    orchestration.ifPresent(o -> texts.putAll(o.settings()));
    Map<String, String> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name, text.resolve(surroundings).reveal()));
    return SettingValues.of(destination.destination().spec(), values);
  }
}
