package dev.footfall.destinations.klaviyo;

/**
 * What an event says besides its person and items.
 *
 * @param seconds when it happened
 * @param orderId empty when there is none
 * @param currency empty when there is none
 * @param digits of the currency
 * @param isBackfill whether it may trigger nothing
 */
record EventFacts(
    String metric, long seconds, String orderId, String currency, int digits, boolean isBackfill) {
  @Override
  public String toString() {
    return "Facts of an event";
  }
}
