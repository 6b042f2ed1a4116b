package dev.footfall.sandbox.google;

import java.time.Instant;

/**
 * One conversion action of the sandbox's customer.
 *
 * @param usable from when on uploads are taken; a fresh one waits six hours
 */
record ConversionAction(
    String id, String name, String type, String status, String counting, Instant usable) {
  static final String CLICKS = "UPLOAD_CLICKS";
  static final String STORE_SALES = "STORE_SALES";

  boolean isStoreSales() {
    return type.equals(STORE_SALES);
  }
}
