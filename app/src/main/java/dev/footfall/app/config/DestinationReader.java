package dev.footfall.app.config;

import dev.footfall.core.destination.Destination;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one destination. */
record DestinationReader(Destinations types, Faults faults) {
  Optional<DestinationConfig> read(String name, Section section) {
    Optional<Destination> type = section.required("type").flatMap(text -> type(section, text));
    Optional<String> credential = section.text("credential").map(YamlValue.Text::text);
    Vocabularies vocabularies = new Vocabularies(faults);
    vocabularies.read(section);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Map<String, ConfigText> settings =
        new SettingsReader(type.get().spec(), vocabularies, faults).read(section);
    section.close();
    return Optional.of(
        new DestinationConfig(
            name, section.place(), type.get(), credential, vocabularies.chosen(), settings));
  }

  private Optional<Destination> type(Section section, YamlValue.Text text) {
    Optional<Destination> found = types.find(text.text());
    if (found.isEmpty()) {
      List<String> known = types.types();
      faults.add(
          text.place(),
          "unknown type '"
              + text.text()
              + "' of "
              + section.title()
              + Spelling.hint(text.text(), known));
    }
    return found;
  }
}
