package dev.footfall.destinations.google;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule of one step for texts that go out as they are.
 *
 * @param title the rule in words
 * @param rule the text as Google wants it; empty when it cannot be used
 */
record Reworded(String title, Function<String, Optional<String>> rule) implements Normaliser {
  private static final int LONGEST = 600;

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    Optional<String> text = value.length() > LONGEST ? Optional.empty() : rule.apply(value);
    trace.step(title, text.orElse("refused"));
    return text;
  }
}
