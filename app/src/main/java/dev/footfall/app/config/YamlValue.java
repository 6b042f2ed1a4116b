package dev.footfall.app.config;

import java.util.List;

/** A YAML document with the place of each part. */
sealed interface YamlValue {
  /** Where it begins. */
  Place place();

  /** What it is, for messages: {@code text}, {@code a list} … */
  String kind();

  /** Text as it was written, quotes taken off; numbers and booleans are text too. */
  record Text(Place place, String text) implements YamlValue {
    @Override
    public String kind() {
      return "text";
    }
  }

  /** No value at all. */
  record Nothing(Place place) implements YamlValue {
    @Override
    public String kind() {
      return "nothing";
    }
  }

  /** A list. */
  record Items(Place place, List<YamlValue> values) implements YamlValue {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Keys and values in their order; keys may be doubled. */
  record Mapping(Place place, List<Entry> entries) implements YamlValue {
    @Override
    public String kind() {
      return "keys and values";
    }
  }

  /** One line of a mapping. */
  record Entry(String key, Place place, YamlValue value) {}
}
