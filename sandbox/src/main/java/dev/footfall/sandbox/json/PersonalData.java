package dev.footfall.sandbox.json;

import java.util.regex.Pattern;

/**
 * Recognises an e-mail address anywhere in a text, and a text that is a telephone number.
 *
 * <p>Bare digits are no telephone number here: order and product numbers look the same. Fields that
 * must be hashed catch those by asking for a digest.
 */
public final class PersonalData {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@/=&?\"'<>()\\[\\],;:]+(@|%40)[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}");
  private static final Pattern INTERNATIONAL =
      Pattern.compile("(tel:)?\\+\\d([\\s().-]{0,2}\\d){6,14}");
  private static final Pattern NATIONAL =
      Pattern.compile("(tel:)?(\\+?1[\\s.-]?)?(\\(\\d{3}\\)\\s?|\\d{3}[\\s.-])\\d{3}[\\s.-]\\d{4}");
  private static final int SHORTEST_PHONE = 8;
  private static final int LONGEST_PHONE = 40;

  private PersonalData() {}

  /** Whether a text holds plain personal data. */
  public static boolean in(String text) {
    return in(text.toCharArray(), 0, text.length());
  }

  /** Whether {@code length} characters from {@code start} on hold plain personal data. */
  public static boolean in(char[] chars, int start, int length) {
    for (int i = start; i < start + length; i++) {
      char c = chars[i];
      if (c == '@' || isEscapedAt(chars, i, start + length)) {
        return hasEmail(String.valueOf(chars, start, length)) || isPhone(chars, start, length);
      }
    }
    return isPhone(chars, start, length);
  }

  private static boolean isEscapedAt(char[] chars, int at, int end) {
    return chars[at] == '%' && at + 2 < end && chars[at + 1] == '4' && chars[at + 2] == '0';
  }

  private static boolean hasEmail(String text) {
    return EMAIL.matcher(text).find();
  }

  private static boolean isPhone(char[] chars, int start, int length) {
    if (length < SHORTEST_PHONE || length > LONGEST_PHONE) {
      return false;
    }
    char first = chars[start];
    if (first > '9' && first != 't' && first != '\u00a0') {
      return false;
    }
    String text = String.valueOf(chars, start, length).strip();
    return INTERNATIONAL.matcher(text).matches() || NATIONAL.matcher(text).matches();
  }
}
