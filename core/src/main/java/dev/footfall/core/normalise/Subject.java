package dev.footfall.core.normalise;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What a normaliser may know of a row besides the value.
 *
 * @param country the row's own country as lower-case ISO 3166-1 alpha-2, or empty when unknown
 * @param defaultRegion country for national phone numbers of rows without one, upper-case alpha-2
 * @param today the current date in the orchestration's zone
 */
public record Subject(String country, String defaultRegion, LocalDate today) {
  /** The region in which national phone numbers are read, upper-case alpha-2. */
  public String phoneRegion() {
    return country.isEmpty() ? defaultRegion : country.toUpperCase(Locale.ROOT);
  }
}
