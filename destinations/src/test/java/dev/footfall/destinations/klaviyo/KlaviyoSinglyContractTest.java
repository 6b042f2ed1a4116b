package dev.footfall.destinations.klaviyo;

import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import java.util.Map;

/** Profiles that are posted one by one keep the contract of all destinations. */
class KlaviyoSinglyContractTest extends KlaviyoContractTest {
  @Override
  protected Map<String, String> settings() {
    return Map.of("delivery", "single");
  }

  @Override
  protected Speech speech() {
    return Speech.of(201, n -> "{\"data\":{\"type\":\"profile\",\"id\":\"Z2fA1x\"}}");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.all(
        "a profile that is named is stored", "Klaviyo's success", "success with HTTP 200");
  }
}
