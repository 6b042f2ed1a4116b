package dev.footfall.app.config;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.file.FilePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks that every destination's credential holds what the destination cannot do without. */
record NeededFields(Project project, Faults faults) {
  void check() {
    project.destinations().values().forEach(this::check);
  }

  private void check(DestinationConfig destination) {
    Optional<CredentialConfig> credential =
        destination.credential().flatMap(n -> Optional.ofNullable(project.credentials().get(n)));
    Set<String> given = credential.map(c -> c.fields().keySet()).orElse(Set.of());
    List<CredentialField> missed =
        uses(destination)
            .flatMap(settings -> missed(destination.destination().spec(), settings, given))
            .distinct()
            .toList();
    if (credential.isPresent()) {
      missed.forEach(field -> lacks(credential.get(), destination, field));
    } else if (destination.credential().isEmpty()
        && (!missed.isEmpty() || needsServer(destination))) {
      faults.add(
          destination.place(),
          "destination '"
              + destination.name()
              + "' lacks 'credential'; define one"
              + with(missed)
              + " under 'credentials:' and name it here");
    }
  }

  /** The settings under which a destination is used: those of each of its orchestrations. */
  private Stream<Map<String, ConfigText>> uses(DestinationConfig destination) {
    List<Map<String, ConfigText>> uses =
        project.orchestrations().values().stream()
            .filter(o -> o.names().destination().equals(destination.name()))
            .map(o -> over(o.settings(), destination.settings()))
            .toList();
    return uses.isEmpty() ? Stream.of(destination.settings()) : uses.stream();
  }

  private static Map<String, ConfigText> over(
      Map<String, ConfigText> first, Map<String, ConfigText> second) {
    Map<String, ConfigText> both = new LinkedHashMap<>(second);
    both.putAll(first);
    return both;
  }

  private static Stream<CredentialField> missed(
      DestinationSpec spec, Map<String, ConfigText> settings, Set<String> given) {
    return writesFiles(spec, settings)
        ? Stream.empty()
        : spec.credential().stream()
            .filter(field -> field.isMissedBy(given, name -> value(spec, settings, name)));
  }

  /** What a setting is; nothing where that is read elsewhere. */
  private static Optional<String> value(
      DestinationSpec spec, Map<String, ConfigText> settings, String name) {
    ConfigText text = settings.get(name);
    return text == null
        ? spec.setting(name).flatMap(Setting::fallback)
        : Optional.of(text).filter(t -> !t.refers()).map(ConfigText::written);
  }

  private static boolean writesFiles(DestinationSpec spec, Map<String, ConfigText> settings) {
    String mode = RequiredSettings.mode(spec, List.of(settings));
    return spec.mode(mode).map(Mode::transport).filter(t -> t == Mode.Transport.FILE).isPresent();
  }

  private boolean needsServer(DestinationConfig destination) {
    DestinationSpec spec = destination.destination().spec();
    return uses(destination)
        .anyMatch(
            settings ->
                writesFiles(spec, settings)
                    && value(spec, settings, FilePlace.SETTING).filter("sftp"::equals).isPresent());
  }

  private void lacks(CredentialConfig credential, DestinationConfig user, CredentialField field) {
    faults.add(
        credential.place(),
        "credential '"
            + credential.name()
            + "' lacks '"
            + field.name()
            + "', which "
            + user.destination().spec().about().title()
            + " needs: "
            + field.help());
  }

  private static String with(List<CredentialField> missed) {
    return missed.isEmpty()
        ? ""
        : missed.stream()
            .map(field -> "'" + field.name() + "'")
            .collect(Collectors.joining(" and ", " with ", ""));
  }
}
