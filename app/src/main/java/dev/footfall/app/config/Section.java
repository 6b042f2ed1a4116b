package dev.footfall.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One mapping of the file under its name for people; hands out its values and notes what does not
 * fit. Keys that nobody asked for are reported by {@link #close}.
 */
final class Section {
  private final String title;
  private final Place place;
  private final Faults faults;
  private final Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();

  private Section(String title, Place place, Faults faults) {
    this.title = title;
    this.place = place;
    this.faults = faults;
  }

  /** The mapping under a title such as {@code source 'brand'}. */
  static Section of(String title, YamlValue.Mapping mapping, Faults faults) {
    Section section = new Section(title, mapping.place(), faults);
    Map<String, String> spellings = new LinkedHashMap<>();
    for (YamlValue.Entry entry : mapping.entries()) {
      String other = spellings.putIfAbsent(entry.key().toLowerCase(Locale.ROOT), entry.key());
      if (other == null) {
        section.entries.put(entry.key(), entry);
      } else {
        String again = other.equals(entry.key()) ? "" : " (as '" + other + "')";
        faults.add(
            entry.place(),
            "'" + entry.key() + "' stands twice in " + title + again + "; keep one of them");
      }
    }
    return section;
  }

  /** A value that must be keys and values, under its own title; noted as a fault when it is not. */
  static Optional<Section> of(String title, YamlValue.Entry entry, Faults faults) {
    if (entry.value() instanceof YamlValue.Mapping mapping) {
      return Optional.of(
          of(title, new YamlValue.Mapping(entry.place(), mapping.entries()), faults));
    }
    faults.add(
        entry.value() instanceof YamlValue.Nothing ? entry.place() : entry.value().place(),
        title + " needs keys and values, not " + entry.value().kind());
    return Optional.empty();
  }

  String title() {
    return title;
  }

  Place place() {
    return place;
  }

  Iterable<YamlValue.Entry> entries() {
    return entries.values();
  }

  /** The entry under a key, if there is one with a value. */
  Optional<YamlValue.Entry> find(String key) {
    known.add(key);
    Optional<YamlValue.Entry> entry = Optional.ofNullable(entries.get(key));
    if (entry.isPresent() && entry.get().value() instanceof YamlValue.Nothing) {
      faults.add(entry.get().place(), "'" + key + "' of " + title + " has no value");
      return Optional.empty();
    }
    return entry;
  }

  /** Text under a key, with its place. */
  Optional<YamlValue.Text> text(String key) {
    return find(key)
        .flatMap(
            entry -> {
              if (entry.value() instanceof YamlValue.Text text) {
                return Optional.of(text);
              }
              faults.add(
                  entry.value().place(),
                  "'" + key + "' of " + title + " must be text, not " + entry.value().kind());
              return Optional.empty();
            });
  }

  /** Text that must be there. */
  Optional<YamlValue.Text> required(String key) {
    Optional<YamlValue.Text> text = text(key);
    if (!entries.containsKey(key)) {
      faults.add(place, title + " lacks '" + key + "'");
    }
    return text;
  }

  /** A value that an enum-like table knows. */
  Optional<String> choice(String key, List<String> values) {
    return text(key)
        .flatMap(
            text -> {
              if (values.contains(text.text())) {
                return Optional.of(text.text());
              }
              faults.add(
                  text.place(),
                  "'"
                      + key
                      + "' of "
                      + title
                      + " must be one of "
                      + String.join(", ", values)
                      + ", not '"
                      + text.text()
                      + "'");
              return Optional.empty();
            });
  }

  /** A sub-section; absent when the key is absent or empty. */
  Optional<Section> section(String key, String itsTitle) {
    known.add(key);
    return Optional.ofNullable(entries.get(key))
        .filter(entry -> !(entry.value() instanceof YamlValue.Nothing))
        .flatMap(entry -> of(itsTitle, entry, faults));
  }

  /** Reports the keys that nobody asked for. */
  void close() {
    for (YamlValue.Entry entry : entries.values()) {
      if (!known.contains(entry.key())) {
        faults.add(
            entry.place(),
            "unknown key '" + entry.key() + "' in " + title + Spelling.hint(entry.key(), known));
      }
    }
  }
}
