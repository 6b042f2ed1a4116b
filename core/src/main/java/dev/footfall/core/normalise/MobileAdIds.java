package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;
import java.util.regex.Pattern;

/** Advertising ids of phones: UUIDs in lower case; all zeros means that tracking is off. */
public final class MobileAdIds {
  private static final int LENGTH = 36;
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private MobileAdIds() {}

  /** The id with its hyphens, in lower case. */
  public static Normaliser uuid() {
    return new StepByStep(
        "UUID",
        MobileAdIds::fast,
        Step.requiring("8-4-4-4-12 hex digits", v -> UUID.matcher(Steps.lowerAscii(v)).matches()),
        Step.turning("lower case", Steps::lowerAscii),
        Step.requiring("not all zeros", v -> v.chars().anyMatch(c -> c != '0' && c != '-')));
  }

  private static int fast(Text value, Subject subject, byte[] out) {
    if (value.length() != LENGTH) {
      return Normaliser.SLOW;
    }
    int seen = 0;
    for (int i = 0; i < LENGTH; i++) {
      int c = value.bytes()[value.start() + i];
      int lower = c >= 'A' && c <= 'F' ? c + 32 : c;
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      boolean hex = (lower >= '0' && lower <= '9') || (lower >= 'a' && lower <= 'f');
      if (hyphen ? c != '-' : !hex) {
        return Normaliser.REFUSED;
      }
      seen |= hyphen ? 0 : lower - '0';
      out[i] = (byte) lower;
    }
    return seen == 0 ? Normaliser.REFUSED : LENGTH;
  }
}
