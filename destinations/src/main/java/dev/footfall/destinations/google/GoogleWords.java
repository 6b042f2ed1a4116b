package dev.footfall.destinations.google;

import dev.footfall.core.normalise.Normaliser;
import dev.footfall.core.source.Decimal;
import dev.footfall.core.source.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How texts are made fit that go to Google unhashed. */
final class GoogleWords {
  static final List<String> SOURCES =
      List.of("WEB", "APP", "IN_STORE", "PHONE", "MESSAGE", "OTHER");

  /** Canonical action sources that are called otherwise. */
  private static final Map<String, String> ACTION_SOURCES =
      Map.of(
          "PHYSICAL_STORE", "IN_STORE",
          "WEBSITE", "WEB",
          "PHONE_CALL", "PHONE",
          "EMAIL", "MESSAGE",
          "CHAT", "MESSAGE");

  private static final Pattern CLICK_ID = Pattern.compile("[A-Za-z0-9_-]{10,512}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private GoogleWords() {}

  /** Case counts, and it is never hashed. */
  static Normaliser clickId() {
    return matching("10 to 512 letters, digits, - or _", CLICK_ID);
  }

  static Normaliser digits() {
    return matching("digits", DIGITS);
  }

  private static Normaliser matching(String title, Pattern pattern) {
    return new Reworded(title, v -> Optional.of(v).filter(t -> pattern.matcher(t).matches()));
  }

  /** One of some words, in any case. */
  static Normaliser oneOf(List<String> words) {
    return new Reworded(
        "one of " + String.join(", ", words), v -> upper(v).filter(words::contains));
  }

  /** Where the purchase happened, in Google's words or in canonical ones. */
  static Normaliser source() {
    return new Reworded(
        "one of " + String.join(", ", SOURCES),
        v -> upper(v).map(u -> ACTION_SOURCES.getOrDefault(u, u)).filter(SOURCES::contains));
  }

  /** Where an event came about; said to be unknown is not said at all. */
  static Normaliser environment() {
    List<String> unknown = List.of("UNSPECIFIED", "UNKNOWN");
    return new Reworded(
        "APP or WEB",
        v -> upper(v).filter(u -> u.equals("APP") || u.equals("WEB") || unknown.contains(u)));
  }

  static Normaliser feedCountry() {
    return new Reworded("two-letter country", v -> upper(v).filter(COUNTRIES::contains));
  }

  static Normaliser feedLanguage() {
    return new Reworded(
        "two-letter language",
        v -> Optional.of(v.toLowerCase(Locale.ROOT)).filter(LANGUAGES::contains));
  }

  /** Two letters in capitals, anything else as written. */
  static Normaliser state() {
    return new Reworded(
        "state", v -> v.matches("[A-Za-z]{2}") ? upper(v) : Optional.of(v).filter(t -> isLine(t)));
  }

  private static boolean isLine(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }

  /** An amount of at least zero, with at most six decimals. */
  static Normaliser amount() {
    return new Reworded("amount of at least zero", GoogleWords::amount);
  }

  private static Optional<String> amount(String value) {
    byte[] bytes = Text.utf8(value);
    Decimal amount = new Decimal();
    if (!amount.parse(bytes, 0, bytes.length) || amount.signum() < 0) {
      return Optional.empty();
    }
    Decimal rounded = amount.round(6).strip();
    byte[] digits = new byte[rounded.maxWidth()];
    return Optional.of(new String(digits, 0, rounded.write(digits, 0), StandardCharsets.US_ASCII));
  }

  private static Optional<String> upper(String value) {
    return Optional.of(value.toUpperCase(Locale.ROOT));
  }
}
