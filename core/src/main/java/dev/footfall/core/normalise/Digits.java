package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;

/** Ids made of digits. */
public final class Digits {
  private static final int MOST_IN_A_LONG = 18;

  private Digits() {}

  /** One to {@code most} digits (at most 256), as written. */
  public static Normaliser atMost(int most) {
    return new StepByStep(
        "1 to " + most + " digits",
        (value, subject, out) -> fast(value, out, most),
        Step.requiring("1 to " + most + " digits", v -> areDigits(v) && v.length() <= most));
  }

  /** A whole number that fits 64 bits, without leading zeros, as JSON wants it. */
  public static Normaliser integer() {
    return new StepByStep(
        "whole number",
        Digits::integerFast,
        Step.requiring("digits", Digits::areDigits),
        Step.turning("without leading zeros", v -> v.replaceFirst("^0+(?=.)", "")),
        Step.requiring("at most 18 digits", v -> v.length() <= MOST_IN_A_LONG));
  }

  private static int integerFast(Text value, Subject subject, byte[] out) {
    int length = fast(value, out, MOST_IN_A_LONG);
    return length > 1 && out[0] == '0' ? Normaliser.SLOW : length;
  }

  private static int fast(Text value, byte[] out, int most) {
    if (value.length() > most) {
      return Normaliser.SLOW;
    }
    int at = 0;
    for (int i = value.start(); i < value.end(); i++) {
      byte c = value.bytes()[i];
      if (c < '0' || c > '9') {
        return Normaliser.REFUSED;
      }
      out[at++] = c;
    }
    return at;
  }

  private static boolean areDigits(String value) {
    return value.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
