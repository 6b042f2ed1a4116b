package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Given names and surnames. */
public final class Names {
  private static final Pattern TITLE =
      Pattern.compile("^(?:mrs?|ms|dr)\\.(?=[\\s,]|$)|(?:^|(?<=[\\s,]))(?:mrs?|ms|dr)\\.$");
  private static final Pattern SUFFIX =
      Pattern.compile(
          "[\\s,]+(?:jr\\.|sr\\.|2nd|3rd|ii|iii|iv|v|vi|cpa|dc|dds|vm|jd|md|phd)[\\s,]*$");
  private static final CharacterRule PLAIN = new CharacterRule(Characters::isPunctuationOrSymbol);

  private Names() {}

  /** Lower case, without punctuation and symbols: {@code O'Brien} is {@code obrien}. */
  public static Normaliser withoutPunctuation() {
    return new StepByStep(
        "name, without punctuation",
        PLAIN,
        Steps.NFC,
        Steps.TRIM,
        Steps.LOWER,
        Steps.NFC,
        Step.turning(
            "delete punctuation and symbols",
            v -> Steps.without(v, Characters::isPunctuationOrSymbol)),
        Steps.ONE_SPACE,
        Steps.TRIM);
  }

  /** Lower case, with accents and punctuation: {@code O'Brien} is {@code o'brien}. */
  public static Normaliser withPunctuation() {
    return new StepByStep(
        "name, with punctuation",
        new CharacterRule(c -> false),
        Steps.NFC,
        Steps.TRIM,
        Steps.ONE_SPACE,
        Steps.LOWER);
  }

  /** Lower case, nothing but letters, marks and digits: {@code Mary Ann} is {@code maryann}. */
  public static Normaliser lettersAndDigits() {
    return LettersAndDigits.normaliser("name, letters and digits");
  }

  /**
   * As {@link #withoutPunctuation}, also without {@code Mr.}, {@code Mrs.}, {@code Ms.}, {@code
   * Dr.}.
   */
  public static Normaliser withoutTitle() {
    return shortened("given name, without title", v -> TITLE.matcher(v).replaceAll(""));
  }

  /**
   * As {@link #withoutPunctuation}, also without {@code Jr.}, {@code III}, {@code PhD} and the
   * like.
   */
  public static Normaliser withoutSuffix() {
    return shortened("surname, without suffix", Names::cutSuffixes);
  }

  private static Normaliser shortened(String title, UnaryOperator<String> cut) {
    return new StepByStep(
        title,
        (value, subject, out) ->
            isOneWord(value) ? PLAIN.fast(value, subject, out) : Normaliser.SLOW,
        Steps.NFC,
        Steps.TRIM,
        Steps.LOWER,
        Step.turning("delete title or suffix", cut),
        Step.turning(
            "delete punctuation and symbols",
            v -> Steps.without(v, Characters::isPunctuationOrSymbol)),
        Steps.ONE_SPACE,
        Steps.TRIM);
  }

  private static String cutSuffixes(String value) {
    String before = value;
    String after = SUFFIX.matcher(before).replaceFirst("");
    while (!after.equals(before)) {
      before = after;
      after = SUFFIX.matcher(before).replaceFirst("");
    }
    return after;
  }

  /** Letters, apostrophes and hyphens: nothing to cut off. */
  private static boolean isOneWord(Text value) {
    for (int i = value.start(); i < value.end(); i++) {
      byte c = value.bytes()[i];
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      if (!letter && c != '\'' && c != '-') {
        return false;
      }
    }
    return true;
  }
}
