package dev.footfall.core.normalise;

/**
 * A currency of ISO 4217.
 *
 * @param code three capitals, such as {@code EUR}
 * @param digits digits after the point of an amount
 */
public record Currency(String code, int digits) {}
