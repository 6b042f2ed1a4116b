package dev.footfall.app.config;

import dev.footfall.core.destination.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code columns}, which may stand beside the settings or among them. */
final class Vocabularies {
  /** The key. */
  static final String KEY = "columns";

  /** The values it takes. */
  static final List<String> VALUES = List.of("platform", "canonical");

  private final Faults faults;
  private Optional<Vocabulary> chosen = Optional.empty();

  Vocabularies(Faults faults) {
    this.faults = faults;
  }

  void read(Section section) {
    Optional<Vocabulary> found =
        section.choice(KEY, VALUES).map(v -> Vocabulary.valueOf(v.toUpperCase(Locale.ROOT)));
    if (found.isPresent() && chosen.isPresent()) {
      faults.add(section.place(), "'columns' is set twice; keep one of them");
    }
    chosen = chosen.or(() -> found);
  }

  Optional<Vocabulary> chosen() {
    return chosen;
  }
}
