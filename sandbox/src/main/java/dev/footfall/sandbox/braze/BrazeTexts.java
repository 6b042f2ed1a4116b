package dev.footfall.sandbox.braze;

import dev.footfall.sandbox.json.Shape;
import dev.footfall.sandbox.json.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of text that Braze's profile fields and purchases ask for; personal ones are plain. */
final class BrazeTexts {
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?=.{3,254}$)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+(xn--[A-Za-z0-9-]{1,59}|[A-Za-z]{2,63})");
  private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES =
      Arrays.stream(Locale.getISOLanguages())
          .filter(code -> code.length() == 2)
          .collect(Collectors.toUnmodifiableSet());

  static final Shape EMAIL_ADDRESS =
      Texts.that(text -> EMAIL.matcher(text).matches(), "must be an e-mail address, not hashed");
  static final Shape PHONE_NUMBER =
      Texts.that(text -> PHONE.matcher(text).matches(), "must be a telephone number in E.164");
  static final Shape COUNTRY =
      Texts.that(COUNTRIES::contains, "must be an ISO 3166-1 code of two capital letters");
  static final Shape LANGUAGE =
      Texts.that(LANGUAGES::contains, "must be an ISO 639-1 code of two lower-case letters");
  static final Shape TIME_ZONE =
      Texts.that(
          text -> text.equals("UTC") || (text.contains("/") && ZONES.contains(text)),
          "must be a time zone such as America/New_York");
  static final Shape CURRENCY = Texts.that(CURRENCIES::contains, "must be an ISO 4217 code");
  static final Shape BIRTHDATE =
      Texts.that(
          text -> DATE.matcher(text).matches() && parses(text, LocalDate::parse),
          "must be a date such as 1988-02-29");
  static final Shape INSTANT =
      Texts.that(
          text -> TIME.matcher(text).matches() && parses(text, OffsetDateTime::parse),
          "must be an ISO 8601 time with an offset, such as 2026-07-19T18:22:05.000Z");

  private BrazeTexts() {}

  private static boolean parses(String text, Function<String, Object> how) {
    try {
      return !how.apply(text).equals(text);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
