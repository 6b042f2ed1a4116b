package dev.footfall.destinations.braze;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.normalise.Subject;
import dev.footfall.core.normalise.Trace;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A profile field of few words.
 *
 * @param title of the rule
 * @param written how the word is written
 * @param known whether it may be sent
 */
record ProfileWords(String title, UnaryOperator<String> written, Predicate<String> known)
    implements Normaliser {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> CONSENTS = Set.of("opted_in", "unsubscribed", "subscribed");

  /** An ISO 639-1 code, what follows it cut. */
  static Normaliser language() {
    return new ProfileWords(
        "language, ISO 639-1",
        value -> value.toLowerCase(Locale.ROOT).split("[-_]", 2)[0],
        LANGUAGES::contains);
  }

  /** An IANA zone: UTC, or a name with a slash. */
  static Normaliser timeZone() {
    return new ProfileWords(
        "time zone, IANA",
        value -> value,
        value ->
            value.equals("UTC")
                || (value.contains("/") && ZoneId.getAvailableZoneIds().contains(value)));
  }

  /** What somebody said to messages. */
  static Normaliser consent() {
    return new ProfileWords(
        "opted_in, subscribed or unsubscribed",
        value -> value.toLowerCase(Locale.ROOT),
        CONSENTS::contains);
  }

  @Override
  public Optional<String> normalise(String value, Subject subject, Trace trace) {
    return Optional.of(written.apply(value)).filter(known);
  }
}
