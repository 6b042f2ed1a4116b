package dev.footfall.app.coverage;

import dev.footfall.core.run.Books;

/**
 * What rows would become, and what their events would carry.
 *
 * @param platform type of the destination
 * @param mode of delivery
 * @param books of the rows
 * @param coverage of the identifiers and recommended fields
 * @param whole whether these are all rows there are, not a sample
 */
public record Measured(
    String platform, String mode, Books.Sums books, Coverage coverage, boolean whole) {}
