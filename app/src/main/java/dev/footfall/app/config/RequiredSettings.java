package dev.footfall.app.config;

import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Need;
import dev.footfall.core.destination.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that every setting that must be given is given, here or there. */
record RequiredSettings(Project project, Faults faults) {
  void check() {
    project.destinations().values().forEach(this::check);
    project.orchestrations().values().forEach(this::check);
  }

  private void check(DestinationConfig destination) {
    List<Map<String, ConfigText>> given = List.of(destination.settings());
    for (Setting setting : missing(destination.destination().spec(), given)) {
      if (setting.need() == Need.REQUIRED) {
        add(destination.place(), "destination '" + destination.name() + "'", setting);
      }
    }
  }

  private void check(OrchestrationConfig orchestration) {
    Optional.ofNullable(project.destinations().get(orchestration.names().destination()))
        .ifPresent(
            destination -> {
              List<Map<String, ConfigText>> given =
                  List.of(orchestration.settings(), destination.settings());
              for (Setting setting : missing(destination.destination().spec(), given)) {
                if (setting.need() == Need.REQUIRED_AT_ORCHESTRATION) {
                  String names =
                      "orchestration '"
                          + orchestration.name()
                          + "' (or its destination '"
                          + destination.name()
                          + "')";
                  add(orchestration.place(), names, setting);
                }
              }
            });
  }

  private void add(Place place, String who, Setting setting) {
    faults.add(place, who + " lacks setting '" + setting.name() + "': " + setting.help());
  }

  private static List<Setting> missing(DestinationSpec spec, List<Map<String, ConfigText>> given) {
    String mode = mode(spec, given);
    return spec.settings().stream()
        .filter(s -> s.usedIn(mode) && s.fallback().isEmpty())
        .filter(s -> given.stream().noneMatch(map -> map.containsKey(s.name())))
        .toList();
  }

  /** The mode that settings choose, the most important first. */
  static String mode(DestinationSpec spec, List<Map<String, ConfigText>> given) {
    return given.stream()
        .flatMap(map -> Optional.ofNullable(map.get("mode")).stream())
        .filter(text -> !text.refers())
        .map(ConfigText::written)
        .findFirst()
        .or(() -> spec.setting("mode").flatMap(Setting::fallback))
        .orElseGet(() -> spec.modes().get(0).name());
  }
}
