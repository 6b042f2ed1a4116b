package dev.footfall.core.event;

import dev.footfall.core.destination.Code;

/**
 * What the numbers of a row are reported as when they cannot count.
 *
 * @param negativePrice a price below zero
 * @param negativeQuantity a quantity below zero
 * @param negativeValue a value below zero
 */
public record NumberRules(Code negativePrice, Code negativeQuantity, Code negativeValue) {
  /** A negative number is a bad number. */
  public static final NumberRules BAD =
      new NumberRules(Code.BAD_PRICE, Code.BAD_QUANTITY, Code.BAD_VALUE);

  /** A negative number is a return. */
  public static final NumberRules RETURN =
      new NumberRules(
          Code.RETURN_OR_CANCELLATION, Code.RETURN_OR_CANCELLATION, Code.RETURN_OR_CANCELLATION);
}
