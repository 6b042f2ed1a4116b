package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;

/** The brand's own customer ids. */
public final class ExternalIds {
  private static final int LONGEST_FAST = 256;

  private ExternalIds() {}

  /** As written: case counts. */
  public static Normaliser asWritten() {
    return new StepByStep(
        "external id, as written", (v, s, out) -> fast(v, out, false), Steps.TRIM);
  }

  /** In lower case, without white space. */
  public static Normaliser lowerCaseWithoutSpace() {
    return new StepByStep(
        "external id, lower case without white space",
        (v, s, out) -> fast(v, out, true),
        Steps.NO_SPACE,
        Steps.LOWER);
  }

  private static int fast(Text value, byte[] out, boolean lower) {
    if (value.length() > LONGEST_FAST) {
      return Normaliser.SLOW;
    }
    byte[] in = value.bytes();
    int at = 0;
    for (int i = value.start(); i < value.end(); i++) {
      byte c = in[i];
      if (c < 0 || (lower && c <= ' ')) {
        return Normaliser.SLOW;
      }
      out[at++] = lower && c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
    }
    return at;
  }
}
