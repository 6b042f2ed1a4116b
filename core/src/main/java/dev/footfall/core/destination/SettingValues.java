package dev.footfall.core.destination;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings in force for one orchestration: orchestration over destination over default, each
 * checked against its {@link ValueRule} before this is made.
 */
public final class SettingValues {
  private final Map<String, String> given;
  private final DestinationSpec spec;

  private SettingValues(DestinationSpec spec, Map<String, String> given) {
    this.spec = spec;
    this.given = given;
  }

  /**
   * Checks given values against a specification.
   *
   * @param given setting name to text
   * @throws SettingFault naming the first unknown or unfit setting
   */
  public static SettingValues of(DestinationSpec spec, Map<String, String> given) {
    given.forEach((name, value) -> check(spec, name, value));
    return new SettingValues(spec, new LinkedHashMap<>(given));
  }

  private static void check(DestinationSpec spec, String name, String value) {
    Setting setting =
        spec.setting(name)
            .orElseThrow(
                () ->
                    new SettingFault(
                        name, spec.about().title() + " has no setting '" + name + "'"));
    setting
        .rule()
        .fault(value)
        .ifPresent(
            wanted -> {
              throw new SettingFault(name, "setting '" + name + "' must be " + wanted);
            });
  }

  /** The required settings of a mode that have no value. */
  public List<String> missing(String mode) {
    return spec.settings().stream()
        .filter(s -> s.need() == Need.REQUIRED || s.need() == Need.REQUIRED_AT_ORCHESTRATION)
        .filter(s -> s.usedIn(mode) && find(s.name()).isEmpty())
        .map(Setting::name)
        .toList();
  }

  /** The mode in force. */
  public String mode() {
    return find("mode").orElseGet(() -> spec.modes().get(0).name());
  }

  /** A setting's value, given or default; empty when it has neither. */
  public Optional<String> find(String name) {
    String value = given.get(name);
    if (value != null && !value.isBlank()) {
      return Optional.of(value);
    }
    return spec.setting(name).flatMap(Setting::fallback);
  }

  /**
   * The country of national phone numbers where the row names none, upper-case alpha-2; empty where
   * the destination takes no phones. Never a guess: other places must read a number as it does.
   */
  public String phoneRegion() {
    return find("default_phone_region")
        .or(() -> find("default_country"))
        .map(region -> region.toUpperCase(Locale.ROOT))
        .orElse("");
  }

  /** Whether the operator gave the setting. */
  public boolean isGiven(String name) {
    return given.containsKey(name);
  }

  /** A setting that has a default or was found not to be {@link #missing}. */
  public String text(String name) {
    return find(name)
        .orElseThrow(() -> new SettingFault(name, "setting '" + name + "' is required"));
  }

  /** A whole number. */
  public int number(String name) {
    return Integer.parseInt(text(name));
  }

  /** A whole number beyond an int's range. */
  public long longNumber(String name) {
    return Long.parseLong(text(name));
  }

  /** true or false. */
  public boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  /** The items of a list; empty when it is unset. */
  public List<String> words(String name) {
    return find(name).map(ValueRule::items).orElse(List.of());
  }

  /** The settings in force whose values are allowed but unusual, with what to say of each. */
  public Map<String, String> oddities() {
    Map<String, String> oddities = new LinkedHashMap<>();
    for (Setting setting : spec.settings()) {
      if (setting.usedIn(mode())) {
        find(setting.name())
            .flatMap(setting::oddity)
            .ifPresent(words -> oddities.put(setting.name(), words));
      }
    }
    return oddities;
  }

  /** What was given, without defaults; never holds secrets. */
  public Map<String, String> given() {
    return Map.copyOf(given);
  }
}
