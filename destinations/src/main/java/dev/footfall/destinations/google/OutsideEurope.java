package dev.footfall.destinations.google;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import java.util.Optional;
import java.util.Set;

/**
 * A rule for people who are known to live outside the European Economic Area, the United Kingdom
 * and Switzerland; there Google does not want what it is about.
 */
record OutsideEurope(Normaliser rule) implements Normaliser {
  private static final Set<String> EUROPE =
      Set.of(
          "at", "be", "bg", "ch", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gb", "gr", "hr",
          "hu", "ie", "is", "it", "li", "lt", "lu", "lv", "mt", "nl", "no", "pl", "pt", "ro", "se",
          "si", "sk");

  @Override
  public String title() {
    return rule.title() + ", outside EEA, UK and CH";
  }

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    String country = subject.country();
    if (country.isEmpty() || EUROPE.contains(country)) {
      trace.step("country outside EEA, UK and CH", "refused");
      return Optional.empty();
    }
    return rule.normalise(value, subject, trace);
  }
}
