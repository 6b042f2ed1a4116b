package dev.footfall.sources.presto.translate;

import java.util.Optional;

/** What an expression is made of, as far as {@code validate} asks. */
record Origin(Optional<String> constantText, boolean hashed) {

  static final Origin PLAIN = new Origin(Optional.empty(), false);
  static final Origin HASHED = new Origin(Optional.empty(), true);

  static Origin text(String constant) {
    return new Origin(Optional.of(constant), false);
  }
}
