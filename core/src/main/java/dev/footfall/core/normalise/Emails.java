package dev.footfall.core.normalise;

import dev.footfall.core.source.WhiteSpace;
import java.net.IDN;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** E-mail addresses, as each family of platforms wants them. */
public final class Emails {
  /** What a platform that publishes no limit is given at most: 64 + 1 + 255 characters. */
  private static final int LONGEST_BY_STANDARD = 320;

  private static final String TRADITIONAL_DOMAIN = "([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}";
  private static final Pattern ASCII =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@" + TRADITIONAL_DOMAIN);
  private static final Pattern GENERAL =
      Pattern.compile(
          "[^\\s@<>\",;:()\\[\\]\\\\]+@[^\\s@<>\",;:()\\[\\]\\\\]+\\.[^\\s@<>\",;:()\\[\\]\\\\.]+",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern DELIVERABLE =
      Pattern.compile(
          "(?=[^@]{1,64}@)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
              + "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");

  private Emails() {}

  /** Plain ASCII addresses of at most 254 characters; dots and tags are kept. */
  public static Normaliser ascii() {
    return new StepByStep(
        "e-mail, ASCII",
        EmailBytes::plain,
        Steps.LOWER,
        atMost(EmailBytes.LONGEST),
        matching("plain ASCII address", ASCII));
  }

  /** Addresses in any script; dots and tags are kept. */
  public static Normaliser general() {
    return new StepByStep(
        "e-mail, any script",
        EmailBytes::plain,
        Steps.NFC,
        Steps.TRIM,
        Steps.LOWER,
        atMost(LONGEST_BY_STANDARD),
        matching("one address", GENERAL));
  }

  /**
   * Anything with one {@code @}, no white space and a dot in its domain, of at most 254 characters;
   * {@code mailto:} is removed, dots and tags are kept.
   */
  public static Normaliser simple() {
    return new StepByStep(
        "e-mail, without mailto:",
        EmailBytes::plain,
        Step.turning("drop mailto:", v -> v.replaceFirst("^(?i)mailto:", "")),
        Steps.TRIM,
        Steps.NFC,
        Steps.LOWER,
        atMost(EmailBytes.LONGEST),
        Step.requiring(
            "one @, no white space, a dot in the domain",
            v -> hasDottedDomain(v) && v.chars().noneMatch(WhiteSpace::isSpace)));
  }

  /** As {@link #ascii} after deleting all white space, with Gmail's dots and tags removed. */
  public static Normaliser withoutGoogleTags() {
    return new StepByStep(
        "e-mail, without dots and tags of Gmail and Googlemail",
        EmailBytes::withoutGoogleTags,
        Steps.NO_SPACE,
        Steps.LOWER,
        atMost(EmailBytes.LONGEST),
        matching("plain ASCII address", ASCII),
        withoutTags(domain -> domain.equals("gmail.com") || domain.equals("googlemail.com")));
  }

  /**
   * As the UID2 operator does it: only ASCII letters are lower-cased, spaces in the local part go,
   * dots and tags are removed for {@code gmail.com} alone.
   */
  public static Normaliser uid2() {
    return new StepByStep(
        "e-mail, UID2",
        EmailBytes::withoutGmailTags,
        Step.requiring("one @, a dot in the domain", Emails::hasDottedDomain),
        Step.turning("lower case of A to Z", Steps::lowerAscii),
        Step.turning("delete spaces before @", Emails::withoutLocalSpaces),
        Step.requiring("no other white space", v -> v.chars().noneMatch(WhiteSpace::isSpace)),
        atMost(EmailBytes.LONGEST),
        withoutTags("gmail.com"::equals));
  }

  /** Addresses that a mail server would take; domains in other scripts become punycode. */
  public static Normaliser deliverable() {
    return new StepByStep(
        "e-mail, deliverable",
        EmailBytes::deliverable,
        Steps.LOWER,
        Step.finding("domain in ASCII", Emails::withAsciiDomain),
        atMost(EmailBytes.LONGEST),
        matching("deliverable address", DELIVERABLE));
  }

  private static Step atMost(int longest) {
    return Step.requiring("at most " + longest + " characters", v -> v.length() <= longest);
  }

  private static Step matching(String name, Pattern pattern) {
    return Step.requiring(name, v -> pattern.matcher(v).matches());
  }

  private static Step withoutTags(Predicate<String> domains) {
    return Step.finding(
        "Gmail: without dots and tag",
        v -> {
          int at = v.indexOf('@');
          if (!domains.test(v.substring(at + 1))) {
            return Optional.of(v);
          }
          int plus = v.indexOf('+');
          String local = v.substring(0, plus >= 0 && plus < at ? plus : at).replace(".", "");
          return local.isEmpty() ? Optional.empty() : Optional.of(local + v.substring(at));
        });
  }

  private static boolean hasDottedDomain(String value) {
    int at = value.indexOf('@');
    int dot = value.lastIndexOf('.');
    return at > 0
        && value.indexOf('@', at + 1) < 0
        && value.indexOf('.', at) > at + 1
        && dot < value.length() - 1;
  }

  private static String withoutLocalSpaces(String value) {
    int at = value.indexOf('@');
    return value.substring(0, at).replace(" ", "") + value.substring(at);
  }

  private static Optional<String> withAsciiDomain(String value) {
    int at = value.lastIndexOf('@');
    if (at < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(value.substring(0, at + 1) + IDN.toASCII(value.substring(at + 1)));
    } catch (IllegalArgumentException notADomain) {
      return Optional.empty();
    }
  }
}
