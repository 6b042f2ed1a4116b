package dev.footfall.destinations.klaviyo;

import java.util.Map;

/** Events that are posted one by one keep the contract of all destinations. */
class KlaviyoEventsSinglyContractTest extends KlaviyoEventsContractTest {
  @Override
  protected Map<String, String> settings() {
    return Map.of("mode", "events", "delivery", "single");
  }
}
