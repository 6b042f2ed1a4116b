package dev.footfall.app.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Reads a section whose keys are names that the operator gave.
 *
 * @param noun what the names stand for
 */
record Named(String noun, Faults faults) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");

  <T> Map<String, T> read(
      Optional<Section> section, BiFunction<String, Section, Optional<T>> reader) {
    Map<String, T> values = new LinkedHashMap<>();
    section.ifPresent(
        s -> {
          for (YamlValue.Entry entry : s.entries()) {
            checkName(entry);
            Section.of(noun + " '" + entry.key() + "'", entry, faults)
                .flatMap(one -> reader.apply(entry.key(), one))
                .ifPresent(value -> values.put(entry.key(), value));
          }
        });
    return Collections.unmodifiableMap(values);
  }

  private void checkName(YamlValue.Entry entry) {
    if (!NAME.matcher(entry.key()).matches()) {
      faults.add(
          entry.place(),
          "'"
              + entry.key()
              + "' cannot name a "
              + noun
              + "; use letters, digits, '-', '_' and '.', at most 100");
    }
  }
}
