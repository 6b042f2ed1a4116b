package dev.footfall.core.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Phone numbers in E.164, read by libphonenumber in the row's region.
 *
 * <p>A number counts when it is possible; whether it is assigned changes with every release of the
 * metadata, and with it would the hash.
 */
public final class Phones {
  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  /** libphonenumber reads no more. */
  private static final int LONGEST = 250;

  private static final int FEWEST_FOR_UID2 = 10;

  private static final Pattern EXTENSION =
      Pattern.compile(
          "[\\s,;]*(?:extension|ext\\.?|x|#)\\s*=?\\s*\\d{1,7}$", Pattern.CASE_INSENSITIVE);
  private static final Pattern FROM_EXTENSION =
      Pattern.compile("(?:;ext=|ext|x|#).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern WHOLE_REAL = Pattern.compile("^(\\d+)\\.0+\\z");
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  private static final Step SHORT_ENOUGH =
      Step.requiring("at most " + LONGEST + " characters", v -> v.length() <= LONGEST);

  private Phones() {}

  /** How the number is written in the end. */
  public enum Form {
    /** {@code +12065550123}. */
    WITH_PLUS,
    /** {@code 12065550123}. */
    DIGITS
  }

  /**
   * Forgiving: letters are dialled as on a keypad, and what cannot be read in the row's region is
   * tried as an international number.
   */
  public static Normaliser lenient(Form form) {
    return phones(
        "phone",
        form,
        Steps.NFKC,
        SHORT_ENOUGH,
        new Step("E.164, in the region or else international", Phones::readOrRetry),
        refusing("not one digit repeated", Phones::repeatsOneDigit),
        Step.requiring("7 to 15 digits", v -> E164.matcher(v).matches()));
  }

  /**
   * Strict: no letters; in calling code 1 ten digits of which the first is 2 to 9; no national
   * number of zeros or nines alone.
   */
  public static Normaliser strict(Form form) {
    return phones(
        "phone, strict",
        form,
        Steps.NFKC,
        Steps.TRIM,
        SHORT_ENOUGH,
        Step.turning("drop tel:", v -> v.replaceFirst("^(?i)tel:\\s*", "")),
        Step.turning("drop .0", v -> WHOLE_REAL.matcher(v).replaceFirst("$1")),
        Step.turning("drop extension", v -> EXTENSION.matcher(v).replaceFirst("")),
        refusing("no letters", v -> v.codePoints().anyMatch(Character::isLetter)),
        Step.turning("00 becomes +", v -> v.replaceFirst("^00(?=[1-9])", "+")),
        new Step("E.164, in the region or else with +", Phones::readOrPrefix),
        Step.requiring("area code from 2", v -> !v.startsWith("+1") || nanp(v, 2)),
        refusing(
            "not only zeros or nines",
            v -> repeatsOneDigit(v) && "09".contains(v.substring(v.length() - 1))));
  }

  /** As libphonenumber reads it, with area and exchange codes from 2 in calling code 1. */
  public static Normaliser asParsed(Form form) {
    return phones(
        "phone, as libphonenumber reads it",
        form,
        SHORT_ENOUGH,
        new Step("E.164", (v, subject) -> read(v, subject.phoneRegion())),
        Step.requiring(
            "area and exchange code from 2",
            v -> !v.startsWith("+1") || (nanp(v, 2) && nanp(v, 5))),
        refusing("not one digit repeated", Phones::repeatsOneDigit));
  }

  /** As {@link #asParsed}, with {@code +} and 10 to 15 digits, as the UID2 operator wants it. */
  public static Normaliser uid2() {
    Normaliser parsed = asParsed(Form.WITH_PLUS);
    return new StepByStep(
        "phone, UID2",
        (value, subject, out) -> {
          int length = parsed.fast(value, subject, out);
          return length >= 0 && length <= FEWEST_FOR_UID2 ? Normaliser.REFUSED : length;
        },
        new Step("E.164, possible", (v, subject) -> parsed.normalise(v, subject, Trace.NONE)),
        Step.requiring("10 to 15 digits", v -> v.length() > FEWEST_FOR_UID2));
  }

  private static Normaliser phones(String title, Form form, Step... steps) {
    Step[] all = Arrays.copyOf(steps, steps.length + 1);
    boolean plus = form == Form.WITH_PLUS;
    all[steps.length] =
        Step.turning(plus ? "with +" : "digits only", v -> plus ? v : v.substring(1));
    return new StepByStep(title + (plus ? ", with +" : ", digits"), new PhoneBytes(plus), all);
  }

  private static Step refusing(String name, Predicate<String> test) {
    return Step.requiring(name, test.negate());
  }

  private static Optional<String> readOrRetry(String value, Subject subject) {
    Optional<String> read = read(value, subject.phoneRegion());
    return read.isPresent()
        ? read
        : international(value).flatMap(again -> read(again, subject.phoneRegion()));
  }

  private static Optional<String> international(String value) {
    String digits =
        PhoneNumberUtil.normalizeDigitsOnly(FROM_EXTENSION.matcher(value).replaceFirst(""));
    if (digits.matches("521\\d{10}")) {
      return Optional.of("+52" + digits.substring(3));
    }
    if (value.startsWith("+")) {
      return Optional.empty();
    }
    if (digits.startsWith("00")) {
      return Optional.of("+" + digits.substring(2));
    }
    return digits.matches("\\d{11,15}") ? Optional.of("+" + digits) : Optional.empty();
  }

  private static Optional<String> readOrPrefix(String value, Subject subject) {
    Optional<String> read = read(value, subject.phoneRegion());
    if (read.isPresent() || value.contains("+")) {
      return read;
    }
    String digits = PhoneNumberUtil.normalizeDigitsOnly(value);
    return digits.matches("[1-9]\\d{10,14}")
        ? read("+" + digits, subject.phoneRegion())
        : Optional.empty();
  }

  private static Optional<String> read(String value, String region) {
    try {
      PhoneNumber number = PHONES.parse(value, region);
      return PHONES.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(PHONES.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  private static boolean nanp(String e164, int at) {
    return e164.length() == 12 && e164.charAt(at) >= '2';
  }

  private static boolean repeatsOneDigit(String e164) {
    byte[] digits = Text.utf8(e164);
    int national = 1 + CallingCodes.width(digits, 1, digits.length);
    return e164.chars().skip(national).distinct().count() == 1;
  }
}
