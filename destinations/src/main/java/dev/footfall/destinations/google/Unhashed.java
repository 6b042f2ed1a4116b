package dev.footfall.destinations.google;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Sha256;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import dev.footfall.core.source.Text;
import java.util.Locale;
import java.util.Optional;

/** The rule of a column that is hashed elsewhere; what comes hashed stays so. */
record Unhashed(Normaliser rule) implements Normaliser {
  @Override
  public String title() {
    return rule.title();
  }

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    return Sha256.isHex64(Text.of(value))
        ? Optional.of(value.toLowerCase(Locale.ROOT))
        : rule.normalise(value, subject, trace);
  }
}
