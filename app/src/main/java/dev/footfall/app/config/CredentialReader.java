package dev.footfall.app.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one credential; which fields it may have is known only from the destinations that use it.
 */
record CredentialReader(Faults faults) {
  Optional<CredentialConfig> read(String name, Section section) {
    Map<String, ConfigText> fields = new LinkedHashMap<>();
    for (YamlValue.Entry entry : section.entries()) {
      section.text(entry.key()).ifPresent(text -> fields.put(entry.key(), ConfigText.of(text)));
    }
    fields.values().forEach(this::checkReferences);
    return Optional.of(new CredentialConfig(name, section.place(), fields));
  }

  private void checkReferences(ConfigText text) {
    text.malformed().ifPresent(message -> faults.add(text.place(), message));
  }
}
