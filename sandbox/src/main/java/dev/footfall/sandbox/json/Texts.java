package dev.footfall.sandbox.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The kinds of text that platforms ask for. */
public final class Texts {
  private static final int SHA256_HEX = 64;
  private static final String DIGEST_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final int ASCII = 0x7f;
  private static final byte[] NO_HEX_DIGIT = noHexDigit();
  private static final String ZERO_UUID = "00000000-0000-0000-0000-000000000000";
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IPV6 =
      Pattern.compile("(?=.*:.*:)([0-9A-Fa-f]{0,4}:){2,7}([0-9A-Fa-f]{0,4}|[\\d.]{7,15})");

  private Texts() {}

  /** A SHA-256 digest as 64 lower-case hex digits. */
  public static TextShape sha256() {
    return new TextShape("must be 64 lower-case hex digits (SHA-256)", Texts::isDigest, false);
  }

  /** A SHA-256 digest as 64 lower-case hex digits, but not that of the empty text. */
  public static TextShape sha256OfSomething() {
    return new TextShape(
        "must be 64 lower-case hex digits (SHA-256), not those of the empty text",
        (c, s, n) -> isDigest(c, s, n) && !isOfNothing(c, s),
        false);
  }

  /** Any text of at most {@code most} characters that is not blank. */
  public static TextShape upTo(int most) {
    return new TextShape(
        "must not be blank, at most " + most + " characters",
        (c, s, n) -> n <= most && !isBlank(c, s, n),
        true);
  }

  /** Any text, the empty one included. */
  public static TextShape orEmpty(int most) {
    return new TextShape("must have at most " + most + " characters", (c, s, n) -> n <= most, true);
  }

  /** One of a closed list, spelled exactly so. */
  public static TextShape oneOf(Set<String> names) {
    Set<String> copy = Set.copyOf(names);
    return new TextShape(
        "must be one of " + String.join(", ", new TreeSet<>(copy)),
        (c, s, n) -> copy.contains(String.valueOf(c, s, n)),
        false);
  }

  /** A text that matches a pattern as a whole. */
  public static TextShape matching(String pattern, String must) {
    Pattern compiled = Pattern.compile(pattern);
    return new TextShape(
        must, (c, s, n) -> compiled.matcher(CharBuffer.wrap(c, s, n)).matches(), true);
  }

  /** Any text that is not blank and may be personal, where a platform takes it plain. */
  public static TextShape open(int most) {
    return new TextShape(
        "must not be blank, at most " + most + " characters",
        (c, s, n) -> n <= most && !isBlank(c, s, n),
        false);
  }

  /** A text that passes a test of its own and cannot hide anything that the test does not see. */
  public static TextShape that(Predicate<String> test, String must) {
    return new TextShape(must, (c, s, n) -> test.test(String.valueOf(c, s, n)), false);
  }

  /**
   * A decimal number written as text: digits, perhaps a point and more digits, no sign, no
   * exponent.
   */
  public static TextShape decimal() {
    return matching("\\d{1,20}(\\.\\d{1,10})?", "must be a plain decimal number written as text");
  }

  /** An absolute http or https address with a host. */
  public static TextShape url() {
    return new TextShape(
        "must be an absolute http or https URL", (c, s, n) -> isUrl(String.valueOf(c, s, n)), true);
  }

  /** An IPv4 or IPv6 address, not hashed. */
  public static TextShape ip() {
    return new TextShape("must be an IPv4 or IPv6 address", Texts::isIp, false);
  }

  /** A lower-case UUID that is not all zeros, not hashed. */
  public static TextShape uuid() {
    return new TextShape(
        "must be a lower-case UUID, not hashed, not all zeros", Texts::isUuid, false);
  }

  /**
   * Without branches on the digits: they are random, so that a processor would guess half of them
   * wrong.
   */
  private static boolean isDigest(char[] chars, int start, int length) {
    if (length != SHA256_HEX) {
      return false;
    }
    int wrong = 0;
    for (int i = start; i < start + SHA256_HEX; i++) {
      wrong |= NO_HEX_DIGIT[chars[i] & ASCII] | (chars[i] & ~ASCII);
    }
    return wrong == 0;
  }

  private static boolean isOfNothing(char[] chars, int start) {
    return chars[start] == 'e'
        && chars[start + 1] == '3'
        && String.valueOf(chars, start, SHA256_HEX).equals(DIGEST_OF_NOTHING);
  }

  private static byte[] noHexDigit() {
    byte[] wrong = new byte[ASCII + 1];
    Arrays.fill(wrong, (byte) 1);
    "0123456789abcdef".chars().forEach(digit -> wrong[digit] = 0);
    return wrong;
  }

  private static boolean isBlank(char[] chars, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (!Character.isWhitespace(chars[i]) && !Character.isSpaceChar(chars[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isIp(char[] chars, int start, int length) {
    CharBuffer text = CharBuffer.wrap(chars, start, length);
    return IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
  }

  private static boolean isUuid(char[] chars, int start, int length) {
    String text = String.valueOf(chars, start, length);
    return UUID.matcher(text).matches() && !text.equals(ZERO_UUID);
  }
}
