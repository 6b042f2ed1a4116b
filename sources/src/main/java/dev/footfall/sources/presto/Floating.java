package dev.footfall.sources.presto;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How Presto writes floating numbers: {@code 1.5E0}, {@code 1.0E-5}, {@code Infinity}. */
final class Floating {

  private Floating() {}

  static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    return scientific(Double.toString(Math.abs(value)), Double.compare(value, 0.0) < 0);
  }

  static String text(float value) {
    if (!Float.isFinite(value)) {
      return Float.toString(value);
    }
    return scientific(Float.toString(Math.abs(value)), Float.compare(value, 0.0f) < 0);
  }

  private static String scientific(String digits, boolean negative) {
    BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
    String all = number.unscaledValue().toString();
    int exponent = all.length() - 1 - number.scale();
    if (number.signum() == 0) {
      return negative ? "-0E0" : "0E0";
    }
    String fraction = all.length() == 1 ? "0" : all.substring(1);
    return (negative ? "-" : "") + all.charAt(0) + "." + fraction + "E" + exponent;
  }

  /** The spelling that a cast to DECIMAL reads: rounded half up; not a number when infinite. */
  static String rounded(double value, int scale) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP).toPlainString()
        : "#";
  }
}
