package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;

/**
 * The short cut for phone numbers that every rule and libphonenumber read alike: international ones
 * that begin with {@code +}; ten digits (or eleven that begin with 1) in the United States and
 * Canada; and those with a leading zero where {@link TrunkZeros} says so. Written with spaces,
 * dots, hyphens and brackets at most.
 */
final class PhoneBytes implements StepByStep.ShortCut {
  private static final int LONGEST = 40;
  private static final int MOST_DIGITS = 15;
  private static final int FEWEST_DIGITS = 8;
  private static final int FEWEST_NATIONAL = 7;

  /** Room before the digits for a {@code +} and a calling code. */
  private static final int DIGITS = 4;

  private final boolean plus;

  PhoneBytes(boolean plus) {
    this.plus = plus;
  }

  @Override
  public int fast(Text value, Subject subject, byte[] out) {
    int found = digits(value, out);
    if (found == Normaliser.SLOW) {
      return found;
    }
    boolean international = out[0] == '+';
    int end = DIGITS + (international ? found - 1 : found);
    int start = international ? DIGITS : nationalStart(subject, out, end);
    if (start < 0
        || end - start < FEWEST_DIGITS
        || end - start > MOST_DIGITS
        || !isPlain(out, start, end)) {
      return Normaliser.SLOW;
    }
    int at = 0;
    if (plus) {
      out[at++] = '+';
    }
    System.arraycopy(out, start, out, at, end - start);
    return at + end - start;
  }

  /**
   * Gathers the digits at {@link #DIGITS} and a {@code +} before them at 0.
   *
   * @return how many signs were gathered, or {@link Normaliser#SLOW}
   */
  private static int digits(Text value, byte[] out) {
    if (value.length() > LONGEST) {
      return Normaliser.SLOW;
    }
    byte[] in = value.bytes();
    int at = DIGITS;
    int plus = 0;
    boolean zerosAfterDot = false;
    for (int i = value.start(); i < value.end(); i++) {
      byte c = in[i];
      if (c >= '0' && c <= '9') {
        zerosAfterDot &= c == '0';
        out[at++] = c;
      } else if (c == '.') {
        zerosAfterDot = true;
      } else if (c == '+' && at == DIGITS && plus == 0) {
        plus = 1;
      } else if (c != ' ' && c != '-' && c != '(' && c != ')') {
        return Normaliser.SLOW;
      }
    }
    out[0] = (byte) (plus == 1 ? '+' : 0);
    return zerosAfterDot ? Normaliser.SLOW : at - DIGITS + plus;
  }

  /** Where the number with its calling code starts, or −1 when it is not surely a national one. */
  private static int nationalStart(Subject subject, byte[] out, int end) {
    if (isNanp(subject)) {
      return nanpStart(out, end);
    }
    if (end - DIGITS < FEWEST_NATIONAL || out[DIGITS] != '0' || out[DIGITS + 1] == '0') {
      return -1;
    }
    String region = subject.country().isEmpty() ? subject.defaultRegion() : subject.country();
    int code = TrunkZeros.callingCode(region, out[DIGITS + 1]);
    int start = DIGITS + 1;
    for (int rest = code; rest > 0; rest /= 10) {
      out[--start] = (byte) ('0' + rest % 10);
    }
    return code < 0 ? -1 : start;
  }

  private static int nanpStart(byte[] out, int end) {
    if (end - DIGITS == 10) {
      out[DIGITS - 1] = '1';
      return DIGITS - 1;
    }
    return end - DIGITS == 11 && out[DIGITS] == '1' ? DIGITS : -1;
  }

  private static boolean isNanp(Subject subject) {
    return subject.country().isEmpty()
        ? subject.defaultRegion().equals("US") || subject.defaultRegion().equals("CA")
        : subject.country().equals("us") || subject.country().equals("ca");
  }

  /** Whether no rule has an objection: in the area codes of calling code 1, or to its digits. */
  private static boolean isPlain(byte[] out, int start, int end) {
    if (!CallingCodes.surelyPossible(out, start, end)) {
      return false;
    }
    if (out[start] == '1' && (out[start + 1] < '2' || out[start + 4] < '2')) {
      return false;
    }
    int national = start + CallingCodes.width(out, start, end);
    for (int i = national + 1; i < end; i++) {
      if (out[i] != out[national]) {
        return true;
      }
    }
    return false;
  }
}
