package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.Map;

/** Klaviyo's profiles keep the contract of all destinations. */
class KlaviyoContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Klaviyo();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of();
  }

  @Override
  protected TestRows goodRows() {
    return Samples.people()
        .without("timestamp")
        .only(0)
        .and(Samples.people().without("timestamp").only(2));
  }

  @Override
  protected boolean joinsRows() {
    return false;
  }

  @Override
  protected TestRows canonicalRows() {
    return super.canonicalRows().only(0).and(super.canonicalRows().only(2));
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return Samples.typical();
  }

  @Override
  protected Speech speech() {
    return Speech.of(
        202, n -> "{\"data\":{\"type\":\"profile-bulk-import-job\",\"id\":\"Z2fA1x\"}}");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.all("a 202 that names a job", "Klaviyo's success");
  }
}
