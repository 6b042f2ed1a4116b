package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.Map;

/** Attributes keep the contract of all destinations. */
class BrazeContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Braze();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("instance", "US-06");
  }

  @Override
  protected TestRows goodRows() {
    TestRows people = Samples.people();
    return people.and(people.only(0).with("store_visits_90d", 4));
  }

  @Override
  protected boolean meansSuccess(HttpAnswer answer) {
    return false;
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return List.of(
        answer(201, "{\"message\":\"success\",\"attributes_processed\":2}"),
        answer(
            201,
            "{\"message\":\"success\",\"attributes_processed\":1,\"errors\":[{\"type\":\"'email' is"
                + " not valid\",\"input_array\":\"attributes\",\"index\":0}]}"),
        answer(202, "{\"message\":\"queued\"}"),
        answer(
            400,
            "{\"message\":\"Valid data must be provided in the 'attributes', 'events', or"
                + " 'purchases' fields.\",\"errors\":[{\"type\":\"bad\",\"input_array\":"
                + "\"attributes\",\"index\":0}]}"),
        answer(400, "{\"message\":\"Max Input Length Exceeded\"}"),
        answer(401, "{\"message\":\"Invalid API Key\"}"),
        answer(403, "{\"message\":\"The account is inactive.\"}"),
        answer(429, "{\"message\":\"Too many requests\"}"),
        answer(500, "{\"message\":\"Internal error\"}"));
  }

  @Override
  protected Speech speech() {
    return Samples.speech("attributes");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Samples.taken();
  }
}
