package dev.footfall.core.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/**
 * A reusable exact decimal: {@code unscaled × 10^-scale}, in a long while it fits and in a {@link
 * BigDecimal} beyond. Every operation gives the same digits as {@code BigDecimal} would.
 *
 * <p>Not safe for use by several threads.
 */
public final class Decimal {
  /** Longest number text that is read; longer ones are no numbers of a shop. */
  public static final int MAX_TEXT = 400;

  static final long[] TENS = new long[19];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = TENS[i - 1] * 10;
    }
  }

  private long unscaled;
  private int scale;
  private BigDecimal wide = BigDecimal.ZERO;
  private boolean isWide;

  /** Makes this {@code unscaled × 10^-scale}. */
  public Decimal set(long unscaled, int scale) {
    if (scale < 0 || scale > 18) {
      return set(BigDecimal.valueOf(unscaled, scale));
    }
    this.unscaled = unscaled;
    this.scale = scale;
    this.isWide = false;
    return this;
  }

  /** Makes this equal to {@code value}. */
  public Decimal set(BigDecimal value) {
    if (value.scale() >= 0 && value.scale() <= 18 && value.unscaledValue().bitLength() < 64) {
      return set(value.unscaledValue().longValue(), value.scale());
    }
    wide = value;
    isWide = true;
    return this;
  }

  /** Makes this equal to {@code other}. */
  public Decimal set(Decimal other) {
    unscaled = other.unscaled;
    scale = other.scale;
    wide = other.wide;
    isWide = other.isWide;
    return this;
  }

  /**
   * Makes this the shortest decimal that reads back as the same double.
   *
   * @return false for NaN and infinities
   */
  public boolean set(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return false;
    }
    for (int digits = 0; digits <= 6; digits += 2) {
      double shifted = value * TENS[digits];
      // Up to 15 significant digits a decimal and its nearest double name each other.
      if (Math.abs(shifted) < 1e15) {
        long whole = Math.round(shifted);
        if ((double) whole / TENS[digits] == value) {
          set(whole, digits);
          return true;
        }
      }
    }
    byte[] shortest = Double.toString(value).getBytes(StandardCharsets.ISO_8859_1);
    return DecimalText.parse(shortest, 0, shortest.length, this);
  }

  /**
   * Reads a number strictly: optional sign, digits with at most one point, optional exponent; white
   * space around it is allowed, grouping and currency signs are not.
   *
   * @return false when the text is no such number; this is then unchanged
   */
  public boolean parse(byte[] bytes, int start, int end) {
    return DecimalText.parse(bytes, start, end, this);
  }

  /** −1, 0 or 1. */
  public int signum() {
    return isWide ? wide.signum() : Long.signum(unscaled);
  }

  /** Whether there is nothing after the point. */
  public boolean isWhole() {
    if (isWide) {
      return wide.signum() == 0 || wide.stripTrailingZeros().scale() <= 0;
    }
    return unscaled % TENS[scale] == 0;
  }

  /** Whether this is a whole number that fits a long. */
  public boolean fitsLong() {
    return isWhole() && (!isWide || wide.toBigInteger().bitLength() < 64);
  }

  /** The whole part. */
  public long longValue() {
    return isWide ? wide.longValue() : unscaled / TENS[scale];
  }

  /** Adds {@code other} to this. */
  public Decimal add(Decimal other) {
    if (!isWide && !other.isWide) {
      int target = Math.max(scale, other.scale);
      long a = rescaled(unscaled, scale, target);
      long b = rescaled(other.unscaled, other.scale, target);
      long sum = a + b;
      if (a != Long.MIN_VALUE && b != Long.MIN_VALUE && ((a ^ sum) & (b ^ sum)) >= 0) {
        unscaled = sum;
        scale = target;
        return this;
      }
    }
    return set(toBigDecimal().add(other.toBigDecimal()));
  }

  /** Multiplies this by {@code other}, exactly. */
  public Decimal multiply(Decimal other) {
    if (!isWide && !other.isWide && scale + other.scale <= 18) {
      long high = Math.multiplyHigh(unscaled, other.unscaled);
      long low = unscaled * other.unscaled;
      if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
        unscaled = low;
        scale += other.scale;
        return this;
      }
    }
    return set(toBigDecimal().multiply(other.toBigDecimal()));
  }

  /** Divides this by {@code other}, rounded half up to exactly {@code digits} after the point. */
  public Decimal divide(Decimal other, int digits) {
    if (!isWide && !other.isWide) {
      int shift = digits + other.scale - scale;
      long dividend = rescaled(unscaled, 0, Math.max(shift, 0));
      long divisor = rescaled(other.unscaled, 0, Math.max(-shift, 0));
      if (dividend != Long.MIN_VALUE && divisor != Long.MIN_VALUE) {
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend % divisor);
        long up = dividend < 0 == divisor < 0 ? 1 : -1;
        return set(rest >= Math.abs(divisor) - rest ? quotient + up : quotient, digits);
      }
    }
    return set(toBigDecimal().divide(other.toBigDecimal(), digits, RoundingMode.HALF_UP));
  }

  /** Rounds half up (away from zero) to exactly {@code digits} after the point. */
  public Decimal round(int digits) {
    if (isWide) {
      return set(wide.setScale(digits, RoundingMode.HALF_UP));
    }
    if (scale <= digits) {
      long grown = rescaled(unscaled, scale, digits);
      return grown == Long.MIN_VALUE
          ? set(toBigDecimal().setScale(digits, RoundingMode.HALF_UP))
          : set(grown, digits);
    }
    long unit = TENS[scale - digits];
    long quotient = unscaled / unit;
    long rest = Math.abs(unscaled % unit);
    return set(rest >= unit - rest ? quotient + Long.signum(unscaled) : quotient, digits);
  }

  /** Rounds half up where there are more than {@code digits} after the point. */
  public Decimal limit(int digits) {
    return !isWide && scale <= digits ? this : round(digits);
  }

  /** Rounds up to the next whole number. */
  public long ceiling() {
    return isWide
        ? wide.setScale(0, RoundingMode.CEILING).longValue()
        : -Math.floorDiv(-unscaled, TENS[scale]);
  }

  /** Drops zeros at the end of the fraction. */
  public Decimal strip() {
    if (isWide) {
      BigDecimal bare = wide.stripTrailingZeros();
      return set(bare.scale() < 0 ? bare.setScale(0) : bare);
    }
    while (scale > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      scale--;
    }
    return this;
  }

  /** Compares by value. */
  public int compareWith(Decimal other) {
    if (!isWide && !other.isWide && scale == other.scale) {
      return Long.compare(unscaled, other.unscaled);
    }
    return toBigDecimal().compareTo(other.toBigDecimal());
  }

  /** This as an immutable number. */
  public BigDecimal toBigDecimal() {
    return isWide ? wide : BigDecimal.valueOf(unscaled, scale);
  }

  /** Writes plain digits, without exponent, at {@code at}; returns the index after them. */
  public int write(byte[] target, int at) {
    return DecimalText.write(this, target, at);
  }

  /** Upper bound for the bytes that {@link #write} needs. */
  public int maxWidth() {
    return isWide ? wide.precision() + Math.abs(wide.scale()) + 4 : 24;
  }

  boolean isWide() {
    return isWide;
  }

  long unscaled() {
    return unscaled;
  }

  int scale() {
    return scale;
  }

  /** The number at a larger scale, or {@code Long.MIN_VALUE} when it does not fit. */
  private static long rescaled(long unscaled, int from, int to) {
    if (from == to) {
      return unscaled;
    }
    if (to - from > 18) {
      return Long.MIN_VALUE;
    }
    long factor = TENS[to - from];
    long high = Math.multiplyHigh(unscaled, factor);
    long low = unscaled * factor;
    return (high == 0 && low >= 0) || (high == -1 && low < 0) ? low : Long.MIN_VALUE;
  }
}
