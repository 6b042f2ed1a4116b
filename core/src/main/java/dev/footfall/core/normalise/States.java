package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** States and provinces; the names of those in the United States and Canada become codes. */
public final class States {
  private static final int LONGEST = 100;
  private static final Words AMERICAN = words("us");
  private static final Words CANADIAN = words("ca");
  private static final Words BOTH = words("us", "ca");
  private static final Words NONE = new Words(Map.of());
  private static final Pattern COUNTRY_PREFIX =
      Pattern.compile("^(?:US|CA)-", Pattern.CASE_INSENSITIVE);
  private static final Pattern TWO_LETTERS = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern NAME = Pattern.compile("[a-z '’-]+");

  private States() {}

  /** Letters a to z in lower case; the name of an American state becomes its code. */
  public static Normaliser letters() {
    return new StepByStep(
        "state, letters a to z",
        States::lettersFast,
        Steps.LOWER,
        Step.turning("keep a to z", States::letters),
        new Step(
            "code of an American state",
            (v, subject) -> Optional.of(isAmerican(subject) ? AMERICAN.find(v).orElse(v) : v)));
  }

  /** Two lower-case letters or nothing: a code, or the name of an American or Canadian state. */
  public static Normaliser twoLetters() {
    return new StepByStep(
        "state, two letters",
        States::twoLettersFast,
        Step.requiring("at most " + LONGEST + " characters", v -> v.length() <= LONGEST),
        Step.turning("drop US- or CA-", v -> COUNTRY_PREFIX.matcher(v).replaceFirst("")),
        Step.turning("drop full stops and commas", v -> v.replaceAll("[.,]", "")),
        Steps.ONE_SPACE,
        Steps.TRIM,
        Step.finding("two letters", States::twoLetters));
  }

  /**
   * Letters, marks and digits in lower case; the name of an American state becomes its code, and in
   * Canada that of a province.
   */
  public static Normaliser lettersAndDigits() {
    Normaliser letters = LettersAndDigits.normaliser("state");
    return new StepByStep(
        "state, letters and digits",
        (value, subject, out) -> lettersAndDigitsFast(letters, value, subject, out),
        new Step(
            "keep letters, marks and digits",
            (v, subject) -> letters.normalise(v, subject, Trace.NONE)),
        new Step(
            "code of an American state or a Canadian province",
            (v, subject) -> Optional.of(names(subject).find(letters(folded(v))).orElse(v))));
  }

  /**
   * The lower-case code of a state or province by its name.
   *
   * @param country {@code us} or {@code ca}; there are no others
   */
  public static Optional<String> find(String name, String country) {
    return switch (country) {
      case "us" -> AMERICAN.find(letters(folded(name)));
      case "ca" -> CANADIAN.find(letters(folded(name)));
      default -> Optional.empty();
    };
  }

  private static boolean isAmerican(Subject subject) {
    return subject.country().isEmpty() || subject.country().equals("us");
  }

  private static Words names(Subject subject) {
    return isAmerican(subject) ? AMERICAN : subject.country().equals("ca") ? CANADIAN : NONE;
  }

  private static Optional<String> twoLetters(String value) {
    String folded = folded(value);
    Optional<String> named =
        NAME.matcher(folded).matches() ? BOTH.find(letters(folded)) : Optional.empty();
    return named.isPresent() || !TWO_LETTERS.matcher(value).matches()
        ? named
        : Optional.of(value.toLowerCase(Locale.ROOT));
  }

  private static int lettersFast(Text value, Subject subject, byte[] out) {
    int at = gather(value, out, false);
    if (at <= 0) {
      return at == 0 ? Normaliser.REFUSED : at;
    }
    int code = isAmerican(subject) ? AMERICAN.replace(out, at) : Normaliser.REFUSED;
    return code > 0 ? code : at;
  }

  private static int twoLettersFast(Text value, Subject subject, byte[] out) {
    int at = gather(value, out, true);
    if (at < 0) {
      return at;
    }
    return at == 2 ? at : BOTH.replace(out, at);
  }

  private static int lettersAndDigitsFast(
      Normaliser letters, Text value, Subject subject, byte[] out) {
    int at = letters.fast(value, subject, out);
    if (at < 0) {
      return at;
    }
    for (int i = 0; i < at; i++) {
      if (out[i] < 'a') {
        return Normaliser.SLOW;
      }
    }
    int code = names(subject).replace(out, at);
    return code > 0 ? code : at;
  }

  /** The letters of an ASCII text in lower case; with {@code plain}, spaces only between words. */
  private static int gather(Text value, byte[] out, boolean plain) {
    if (value.length() > LONGEST) {
      return Normaliser.SLOW;
    }
    byte[] in = value.bytes();
    int at = 0;
    for (int i = value.start(); i < value.end(); i++) {
      int c = in[i];
      int lower = c | 0x20;
      if (c >= 0 && lower >= 'a' && lower <= 'z') {
        out[at++] = (byte) lower;
      } else if (c < 0 || (plain && !(c == '.' || c == ',' || (c == ' ' && at > 2)))) {
        return Normaliser.SLOW;
      }
    }
    return at;
  }

  private static String letters(String value) {
    return Steps.without(value, c -> c < 'a' || c > 'z');
  }

  private static String folded(String value) {
    return Steps.without(
        Normalizer.normalize(value, Normalizer.Form.NFD).toLowerCase(Locale.ROOT),
        c -> Character.getType(c) == Character.NON_SPACING_MARK);
  }

  private static Words words(String... countries) {
    Map<String, String> words = new HashMap<>();
    for (String[] row : Table.rows("states.tsv")) {
      if (List.of(countries).contains(row[0])) {
        for (String name : row[2].split("\\|")) {
          words.put(letters(name.toLowerCase(Locale.ROOT)), row[1]);
        }
      }
    }
    return new Words(words);
  }
}
