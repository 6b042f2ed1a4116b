package dev.footfall.destinations.meta;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where an event happened. */
enum ActionSource {
  EMAIL,
  WEBSITE,
  APP,
  PHONE_CALL,
  CHAT,
  PHYSICAL_STORE,
  SYSTEM_GENERATED,
  BUSINESS_MESSAGING,
  OTHER;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As Meta writes it. */
  String word() {
    return word;
  }

  /** All of them, as Meta writes them. */
  static List<String> words() {
    return Arrays.stream(values()).map(ActionSource::word).toList();
  }

  /** The source of that name, in any case. */
  static Optional<ActionSource> find(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(s -> s.word.equals(lower)).findFirst();
  }
}
