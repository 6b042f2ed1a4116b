package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Genders, from the words that tables hold to the letters that platforms take. */
public final class Genders {
  private static final int LONGEST = 40;
  private static final Map<String, String> BINARY =
      Map.of("m", "m", "male", "m", "man", "m", "f", "f", "female", "f", "woman", "f");
  private static final Map<String, String> NEUTRAL =
      Map.of("n", "n", "nb", "n", "nonbinary", "n", "non-binary", "n", "non binary", "n", "x", "n");
  private static final Map<String, String> PROFILE =
      Map.ofEntries(
          Map.entry("m", "M"),
          Map.entry("male", "M"),
          Map.entry("man", "M"),
          Map.entry("f", "F"),
          Map.entry("female", "F"),
          Map.entry("woman", "F"),
          Map.entry("o", "O"),
          Map.entry("other", "O"),
          Map.entry("nonbinary", "O"),
          Map.entry("nb", "O"),
          Map.entry("x", "O"),
          Map.entry("diverse", "O"),
          Map.entry("n", "N"),
          Map.entry("na", "N"),
          Map.entry("notapplicable", "N"),
          Map.entry("p", "P"),
          Map.entry("prefernottosay", "P"),
          Map.entry("undisclosed", "P"));

  private static final Step WITHOUT_STOP =
      Step.turning("drop one full stop", v -> v.endsWith(".") ? v.substring(0, v.length() - 1) : v);
  private static final Step LETTERS =
      Step.turning("keep letters", v -> Steps.without(v, c -> !Character.isLetter(c)));

  private Genders() {}

  /** {@code m} or {@code f}; {@code F.} counts. */
  public static Normaliser maleFemaleAbbreviated() {
    return genders("gender, m or f", BINARY, Steps.LOWER, WITHOUT_STOP);
  }

  /** {@code m} or {@code f}. */
  public static Normaliser maleFemale() {
    return genders("gender, m or f", BINARY, Steps.LOWER);
  }

  /** {@code m}, {@code f} or {@code n}. */
  public static Normaliser maleFemaleNeutral() {
    Map<String, String> words = new HashMap<>(BINARY);
    words.putAll(NEUTRAL);
    return genders("gender, m, f or n", words, Steps.LOWER);
  }

  /** {@code M}, {@code F}, {@code O} other, {@code N} not applicable or {@code P} not said. */
  public static Normaliser profile() {
    return genders("gender, M, F, O, N or P", PROFILE, Steps.LOWER, LETTERS);
  }

  private static Normaliser genders(String title, Map<String, String> map, Step... before) {
    Words words = new Words(map);
    Step[] steps = Arrays.copyOf(before, before.length + 1);
    steps[before.length] = Step.finding("known word", words::find);
    return new StepByStep(title, (value, subject, out) -> fast(value, out, words), steps);
  }

  /** Letters alone: no rule changes more than their case. */
  private static int fast(Text value, byte[] out, Words words) {
    if (value.length() > LONGEST) {
      return Normaliser.SLOW;
    }
    byte[] in = value.bytes();
    int at = 0;
    for (int i = value.start(); i < value.end(); i++) {
      int lower = in[i] | 0x20;
      if (lower < 'a' || lower > 'z') {
        return Normaliser.SLOW;
      }
      out[at++] = (byte) lower;
    }
    return words.replace(out, at);
  }
}
