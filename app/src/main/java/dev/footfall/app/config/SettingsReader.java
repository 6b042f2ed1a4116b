package dev.footfall.app.config;

import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Setting;
import dev.footfall.core.destination.ValueRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the settings of a destination or orchestration and checks each against its rule. */
final class SettingsReader {
  private final DestinationSpec spec;
  private final Vocabularies vocabularies;
  private final Faults faults;

  SettingsReader(DestinationSpec spec, Vocabularies vocabularies, Faults faults) {
    this.spec = spec;
    this.vocabularies = vocabularies;
    this.faults = faults;
  }

  Map<String, ConfigText> read(Section owner) {
    Map<String, ConfigText> values = new LinkedHashMap<>();
    owner
        .section("settings", "the settings of " + owner.title())
        .ifPresent(section -> read(owner, section, values));
    return values;
  }

  private void read(Section owner, Section section, Map<String, ConfigText> values) {
    for (YamlValue.Entry entry : section.entries()) {
      Optional<Setting> setting = spec.setting(entry.key());
      if (setting.isPresent()) {
        value(setting.get(), entry).ifPresent(text -> values.put(entry.key(), text));
      } else if (entry.key().equals(Vocabularies.KEY)) {
        vocabularies.read(section);
      } else {
        unknown(owner, entry);
      }
    }
  }

  private void unknown(Section owner, YamlValue.Entry entry) {
    List<String> known = spec.settings().stream().map(Setting::name).toList();
    faults.add(
        entry.place(),
        "unknown setting '"
            + entry.key()
            + "' of "
            + owner.title()
            + Spelling.hint(entry.key(), known));
  }

  private Optional<ConfigText> value(Setting setting, YamlValue.Entry entry) {
    Optional<ConfigText> text = text(entry.value());
    if (text.isEmpty()) {
      boolean empty = entry.value() instanceof YamlValue.Nothing;
      faults.add(
          empty ? entry.place() : entry.value().place(),
          empty
              ? "setting '" + setting.name() + "' has no value"
              : "setting '" + setting.name() + "' must be text, not " + entry.value().kind());
    }
    text.flatMap(ConfigText::malformed)
        .or(() -> text.filter(t -> !t.refers()).flatMap(t -> fault(setting, t.written())))
        .ifPresent(message -> faults.add(entry.value().place(), message));
    return text;
  }

  private static Optional<ConfigText> text(YamlValue value) {
    if (value instanceof YamlValue.Text text) {
      return Optional.of(ConfigText.of(text));
    }
    if (value instanceof YamlValue.Items items
        && items.values().stream().allMatch(YamlValue.Text.class::isInstance)) {
      return Optional.of(
          new ConfigText(
              items.values().stream()
                  .map(item -> ((YamlValue.Text) item).text())
                  .collect(Collectors.joining(",")),
              items.place()));
    }
    return Optional.empty();
  }

  private static Optional<String> fault(Setting setting, String value) {
    return setting
        .rule()
        .fault(value)
        .map(
            wanted ->
                "setting '"
                    + setting.name()
                    + "' must be "
                    + wanted
                    + ", not '"
                    + ValueRule.shown(value)
                    + "'");
  }
}
