package dev.footfall.app.config;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that names used in one section are defined in another. */
record References(Project project, YamlValue.Mapping document, Faults faults) {
  void check() {
    for (YamlValue.Entry entry : section("destinations")) {
      use(entry, "credential", "credentials");
    }
    for (YamlValue.Entry entry : section("orchestrations")) {
      use(entry, "source", "sources");
      use(entry, "destination", "destinations");
    }
    project.orchestrations().values().forEach(this::queryExists);
  }

  private void use(YamlValue.Entry user, String key, String definedIn) {
    Set<String> defined = new HashSet<>();
    section(definedIn).forEach(entry -> defined.add(entry.key()));
    value(user.value(), key)
        .filter(value -> value.value() instanceof YamlValue.Text)
        .map(value -> (YamlValue.Text) value.value())
        .filter(text -> !defined.contains(text.text()))
        .ifPresent(
            text ->
                faults.add(
                    text.place(),
                    "unknown "
                        + key
                        + " '"
                        + text.text()
                        + "' of '"
                        + user.key()
                        + "'"
                        + (defined.isEmpty()
                            ? "; define it under '" + definedIn + ":'"
                            : Spelling.hint(text.text(), defined))));
  }

  private void queryExists(OrchestrationConfig orchestration) {
    OrchestrationConfig.Query query = orchestration.query();
    if (!Files.isRegularFile(query.path())) {
      faults.add(
          query.place(),
          "query file '"
              + project
                  .root()
                  .toAbsolutePath()
                  .normalize()
                  .relativize(query.path().toAbsolutePath())
              + "' of orchestration '"
              + orchestration.name()
              + "' does not exist");
    }
  }

  private Iterable<YamlValue.Entry> section(String key) {
    return value(document, key)
        .map(YamlValue.Entry::value)
        .filter(YamlValue.Mapping.class::isInstance)
        .map(value -> ((YamlValue.Mapping) value).entries())
        .orElse(List.of());
  }

  private static Optional<YamlValue.Entry> value(YamlValue value, String key) {
    return value instanceof YamlValue.Mapping mapping
        ? mapping.entries().stream().filter(e -> e.key().equals(key)).findFirst()
        : Optional.empty();
  }
}
