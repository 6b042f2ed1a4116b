package dev.footfall.core.normalise;

import dev.footfall.core.source.Text;

/** IPv4 and IPv6 addresses, written as numbers; no name is ever looked up. */
public final class IpAddresses {
  private static final int LONGEST = 45;

  private IpAddresses() {}

  /** As written. */
  public static Normaliser asWritten() {
    return new StepByStep(
        "IP address",
        IpAddresses::fast,
        Step.requiring("IPv4 or IPv6", v -> IpLiteral.parse(v).isPresent()));
  }

  /** As written; addresses that only mean something inside a network are refused. */
  public static Normaliser publicOnly() {
    return new StepByStep(
        "public IP address",
        (value, subject, out) -> Normaliser.SLOW,
        Step.finding(
            "IPv4 or IPv6, not private",
            v -> IpLiteral.parse(v).filter(IpLiteral::isPublic).map(literal -> v)));
  }

  /** IPv6 in lower case with its longest run of zeros left out. */
  public static Normaliser canonical() {
    return new StepByStep(
        "IP address, canonical",
        IpAddresses::fast,
        Step.finding("IPv4 or IPv6", v -> IpLiteral.parse(v).map(IpLiteral::text)));
  }

  /** IPv4 alone. */
  private static int fast(Text value, Subject subject, byte[] out) {
    if (value.length() > LONGEST) {
      return Normaliser.SLOW;
    }
    int at = 0;
    int dots = 0;
    int part = 0;
    int digits = 0;
    for (int i = value.start(); i < value.end(); i++) {
      byte c = value.bytes()[i];
      if (c >= '0' && c <= '9' && digits < 3 && !(digits == 1 && part == 0)) {
        part = part * 10 + c - '0';
        digits++;
      } else if (c == '.' && digits > 0) {
        dots++;
        part = 0;
        digits = 0;
      } else {
        return Normaliser.SLOW;
      }
      if (part > 255) {
        return Normaliser.SLOW;
      }
      out[at++] = c;
    }
    return dots == 3 && digits > 0 ? at : Normaliser.SLOW;
  }
}
