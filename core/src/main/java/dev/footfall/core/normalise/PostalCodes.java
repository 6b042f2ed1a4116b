package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import dev.footfall.core.source.WhiteSpace;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Postal codes. A code of the United States has five or nine digits, of which the first five count;
 * zeros that a number column lost are put back, but not into codes that go as written.
 */
public final class PostalCodes {
  private static final int LONGEST = 40;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern ZIP_PLUS_4 = Pattern.compile("[0-9]{5}-[0-9]{4}");
  private static final Pattern TWO_TO_TEN_DIGITS = Pattern.compile("[0-9]{2,10}");

  private static final Step SHORT_ENOUGH =
      Step.requiring("at most " + LONGEST + " characters", v -> v.length() <= LONGEST);
  private static final Step WITHOUT_GAPS =
      Step.turning("delete spaces and hyphens", PostalCodes::withoutGaps);

  private PostalCodes() {}

  /** Letters a to z and digits of the code, lower case: {@code m11ae}. */
  public static Normaliser lettersAndDigits() {
    return new StepByStep(
        "postal code, letters and digits",
        (value, subject, out) -> fast(value, subject, out, false),
        SHORT_ENOUGH,
        Steps.LOWER,
        Step.turning(
            "keep a to z and digits",
            v -> Steps.without(v, c -> !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'))),
        new Step("first five digits of an American code", PostalCodes::fiveIfAmerican),
        Step.requiring("two characters at least", v -> v.length() >= 2));
  }

  /** As {@link #lettersAndDigits}, with signs other than spaces and hyphens kept. */
  public static Normaliser withoutSpacesAndHyphens() {
    return new StepByStep(
        "postal code, without spaces and hyphens",
        (value, subject, out) -> fast(value, subject, out, false),
        SHORT_ENOUGH,
        Steps.LOWER,
        WITHOUT_GAPS,
        new Step("first five digits of an American code", PostalCodes::fiveIfAmerican),
        Step.requiring("two characters at least", v -> v.length() >= 2));
  }

  /** Digits only, two to ten; codes with letters are refused, not mangled. */
  public static Normaliser digits() {
    return new StepByStep(
        "postal code, digits",
        (value, subject, out) -> fast(value, subject, out, true),
        SHORT_ENOUGH,
        new Step(
            "first five of ZIP+4",
            (v, subject) ->
                Optional.of(
                    subject.country().isEmpty() && ZIP_PLUS_4.matcher(v).matches()
                        ? v.substring(0, 5)
                        : v)),
        WITHOUT_GAPS,
        Step.requiring("two to ten digits", v -> TWO_TO_TEN_DIGITS.matcher(v).matches()),
        new Step(
            "five digits of an American code",
            (v, subject) -> isAmerican(subject) ? american(v) : Optional.of(v)));
  }

  /** The code as written; of an American one the first five digits. */
  public static Normaliser asWritten() {
    return new StepByStep(
        "postal code, as written",
        (value, subject, out) -> Normaliser.SLOW,
        SHORT_ENOUGH,
        new Step(
            "five digits of an American code",
            (v, subject) -> isAmerican(subject) ? firstFive(withoutGaps(v)) : Optional.of(v)));
  }

  private static Optional<String> fiveIfAmerican(String value, Subject subject) {
    if (isAmerican(subject)) {
      return american(value);
    }
    boolean looksAmerican =
        subject.country().isEmpty()
            && (value.length() == 5 || value.length() == 9)
            && DIGITS.matcher(value).matches();
    return looksAmerican ? american(value) : Optional.of(value);
  }

  private static Optional<String> american(String value) {
    return firstFive(
        switch (value.length()) {
          case 3 -> "00" + value;
          case 4 -> "0" + value;
          default -> value;
        });
  }

  private static Optional<String> firstFive(String value) {
    boolean isWhole = value.length() == 5 || value.length() == 9;
    return isWhole && DIGITS.matcher(value).matches()
        ? Optional.of(value.substring(0, 5))
        : Optional.empty();
  }

  private static boolean isAmerican(Subject subject) {
    return subject.country().equals("us");
  }

  private static String withoutGaps(String value) {
    return Steps.without(
        value, c -> WhiteSpace.isSpace(c) || c == '-' || (c >= 0x2010 && c <= 0x2015));
  }

  private static int fast(Text value, Subject subject, byte[] out, boolean digitsOnly) {
    if (value.length() > LONGEST) {
      return Normaliser.SLOW;
    }
    byte[] in = value.bytes();
    int at = 0;
    boolean digits = true;
    for (int i = value.start(); i < value.end(); i++) {
      int c = in[i];
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c > 0;
      if (letter || (c >= '0' && c <= '9')) {
        digits &= !letter;
        out[at++] = (byte) (letter ? c | 0x20 : c);
      } else if (c != ' ' && c != '-') {
        return Normaliser.SLOW;
      }
    }
    if (isAmerican(subject)) {
      return digits && (at == 5 || at == 9) ? 5 : Normaliser.SLOW;
    }
    if (digitsOnly) {
      return digits && at >= 2 && at < 9 ? at : Normaliser.SLOW;
    }
    boolean looksAmerican = subject.country().isEmpty() && digits && (at == 5 || at == 9);
    return looksAmerican ? 5 : at >= 2 ? at : Normaliser.REFUSED;
  }
}
