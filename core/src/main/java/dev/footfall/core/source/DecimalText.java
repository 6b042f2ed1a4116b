package dev.footfall.core.source;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Decimal numbers as text: the strict reader and the plain writer. */
final class DecimalText {
  private static final int MAX_EXPONENT = 400;

  private DecimalText() {}

  static boolean parse(byte[] bytes, int start, int end, Decimal target) {
    Text text = new Text().set(bytes, start, end);
    if (end - start > Decimal.MAX_TEXT || text.trim().isEmpty()) {
      return false;
    }
    return parsePlain(bytes, text.start(), text.end(), target)
        || parseGeneral(text.decode(), target);
  }

  /** Up to 18 digits without exponent, the usual case. */
  private static boolean parsePlain(byte[] bytes, int start, int end, Decimal target) {
    int at = start;
    boolean negative = bytes[at] == '-';
    if (negative || bytes[at] == '+') {
      at++;
    }
    long value = 0;
    int digits = 0;
    int point = -1;
    for (; at < end; at++) {
      int c = bytes[at];
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
        digits++;
      } else if (c == '.' && point < 0) {
        point = at;
      } else {
        return false;
      }
    }
    if (digits == 0 || digits > 18) {
      return false;
    }
    target.set(negative ? -value : value, point < 0 ? 0 : end - point - 1);
    return true;
  }

  /** Long numbers and those with an exponent. */
  private static boolean parseGeneral(String text, Decimal target) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    if (!isMantissa(mantissa) || (e >= 0 && !isExponent(text.substring(e + 1)))) {
      return false;
    }
    target.set(new BigDecimal(text));
    return true;
  }

  private static boolean isMantissa(String text) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (i != 0 || (c != '-' && c != '+')) {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  private static boolean isExponent(String text) {
    String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
    return !digits.isEmpty()
        && digits.length() <= 4
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(digits) <= MAX_EXPONENT;
  }

  static int write(Decimal value, byte[] target, int at) {
    if (value.isWide() || value.unscaled() == Long.MIN_VALUE) {
      byte[] plain = value.toBigDecimal().toPlainString().getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(plain, 0, target, at, plain.length);
      return at + plain.length;
    }
    long rest = Math.abs(value.unscaled());
    int digits = Math.max(width(rest), value.scale() + 1);
    int from = value.unscaled() < 0 ? at + 1 : at;
    if (value.unscaled() < 0) {
      target[at] = '-';
    }
    int end = from + digits + (value.scale() > 0 ? 1 : 0);
    int pointAt = end - 1 - value.scale();
    for (int i = end - 1; i >= from; i--) {
      if (value.scale() > 0 && i == pointAt) {
        target[i] = '.';
      } else {
        target[i] = (byte) ('0' + rest % 10);
        rest /= 10;
      }
    }
    return end;
  }

  private static int width(long value) {
    int width = 1;
    while (width < Decimal.TENS.length && value >= Decimal.TENS[width]) {
      width++;
    }
    return width;
  }
}
