package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Countries by code or English name: ISO 3166-1 alpha-2 and alpha-3 codes, ISO short names, the
 * JDK's names and everyday ones; accents, punctuation and case do not count.
 */
public final class Countries {
  private static final int LONGEST = 120;
  private static final Words ENGLISH = words(Code.ALPHA_2_LOWER, false);

  private Countries() {}

  /** What a country is written as. */
  public enum Code {
    /** {@code us}. */
    ALPHA_2_LOWER,
    /** {@code US}. */
    ALPHA_2_UPPER,
    /** {@code USA}. */
    ALPHA_3
  }

  /** Codes and English names. */
  public static Normaliser english(Code code) {
    return countries("country", words(code, false));
  }

  /** Codes, English names, and what some countries call themselves: {@code Deutschland}. */
  public static Normaliser withNativeNames(Code code) {
    return countries("country, also by its own name", words(code, true));
  }

  /** The lower-case alpha-2 code for a code or an English name. */
  public static Optional<String> find(String country) {
    return country.length() > LONGEST ? Optional.empty() : ENGLISH.find(key(country));
  }

  private static Normaliser countries(String title, Words words) {
    return new StepByStep(
        title,
        (value, subject, out) -> {
          int length = key(value, out);
          return length < 0 ? length : words.replace(out, length);
        },
        Step.requiring("at most " + LONGEST + " characters", v -> v.length() <= LONGEST),
        Step.turning("letters a to z, & is and", Countries::key),
        Step.finding("ISO 3166-1", words::find));
  }

  /** The key of a plain ASCII text, written to {@code out}. */
  private static int key(Text value, byte[] out) {
    if (value.length() > LONGEST) {
      return Normaliser.SLOW;
    }
    byte[] in = value.bytes();
    int at = 0;
    for (int i = value.start(); i < value.end(); i++) {
      int c = in[i];
      if (c < 0) {
        return Normaliser.SLOW;
      }
      int lower = c | 0x20;
      if (lower >= 'a' && lower <= 'z') {
        out[at++] = (byte) lower;
      } else if (c == '&') {
        out[at++] = 'a';
        out[at++] = 'n';
        out[at++] = 'd';
      }
    }
    return at;
  }

  private static String key(String value) {
    String plain =
        Normalizer.normalize(value.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replace("&", "and");
    return Steps.without(plain, c -> c < 'a' || c > 'z');
  }

  private static Words words(Code code, boolean nativeNames) {
    Map<String, String> words = new HashMap<>();
    for (String[] row : Table.rows("countries.tsv")) {
      String written =
          switch (code) {
            case ALPHA_2_LOWER -> row[0];
            case ALPHA_2_UPPER -> row[0].toUpperCase(Locale.ROOT);
            case ALPHA_3 -> row[1];
          };
      words.put(row[0], written);
      words.put(key(row[1]), written);
      for (String name : (nativeNames ? row[2] + "|" + row[3] : row[2]).split("\\|")) {
        words.putIfAbsent(key(name), written);
      }
    }
    words.remove("");
    return new Words(words);
  }
}
