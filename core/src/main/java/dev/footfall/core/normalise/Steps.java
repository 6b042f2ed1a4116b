package dev.footfall.core.normalise;

import dev.footfall.core.source.WhiteSpace;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Steps that several rules share. */
final class Steps {
  static final Step NFC =
      Step.turning("compose accents (NFC)", v -> Normalizer.normalize(v, Normalizer.Form.NFC));
  static final Step NFKC =
      Step.turning("plain characters (NFKC)", v -> Normalizer.normalize(v, Normalizer.Form.NFKC));
  static final Step TRIM = Step.turning("trim", WhiteSpace::trim);
  static final Step LOWER = Step.turning("lower case", v -> v.toLowerCase(Locale.ROOT));
  static final Step UPPER = Step.turning("upper case", v -> v.toUpperCase(Locale.ROOT));
  static final Step ONE_SPACE = Step.turning("white space runs become one space", Steps::collapse);
  static final Step NO_SPACE =
      Step.turning("delete white space", v -> without(v, WhiteSpace::isSpace));

  private Steps() {}

  /** The text without the code points that the test names. */
  static String without(String value, IntPredicate dropped) {
    StringBuilder out = new StringBuilder(value.length());
    value.codePoints().filter(c -> !dropped.test(c)).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The text with A to Z in lower case and all else as it is. */
  static String lowerAscii(String value) {
    StringBuilder out = new StringBuilder(value);
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.setCharAt(i, (char) (c + 32));
      }
    }
    return out.toString();
  }

  private static String collapse(String value) {
    StringBuilder out = new StringBuilder(value.length());
    boolean inRun = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean space = WhiteSpace.isSpace(c);
      if (!space) {
        out.append(c);
      } else if (!inRun) {
        out.append(' ');
      }
      inRun = space;
    }
    return out.toString();
  }
}
