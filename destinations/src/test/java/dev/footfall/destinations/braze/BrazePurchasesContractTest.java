package dev.footfall.destinations.braze;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.Map;

/** Purchases keep the contract of all destinations. */
class BrazePurchasesContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Braze();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("instance", "US-06", "mode", "purchases");
  }

  @Override
  protected TestRows goodRows() {
    return Samples.bought();
  }

  /** Each row is a purchase of its own, also among those of one order. */
  @Override
  protected boolean joinsRows() {
    return false;
  }

  /** Two equal rows are two purchases. */
  @Override
  protected boolean countsEqualRows() {
    return true;
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return List.of(
        answer(201, "{\"message\":\"success\",\"purchases_processed\":4}"),
        answer(
            201,
            "{\"message\":\"success\",\"purchases_processed\":3,\"errors\":[{\"type\":"
                + "\"'quantity' is not valid\",\"input_array\":\"purchases\",\"index\":0}]}"),
        answer(202, "{\"message\":\"queued\"}"),
        answer(
            400,
            "{\"message\":\"Valid data must be provided in the 'attributes', 'events', or"
                + " 'purchases' fields.\",\"errors\":[{\"type\":\"bad\",\"input_array\":"
                + "\"purchases\",\"index\":0}]}"),
        answer(400, "{\"message\":\"Max Input Length Exceeded\"}"),
        answer(401, "{\"message\":\"Invalid API Key\"}"),
        answer(429, "{\"message\":\"Too many requests\"}"),
        answer(500, "{\"message\":\"Internal error\"}"),
        answer(503, "{\"message\":\"Unavailable\"}"));
  }

  @Override
  protected Speech speech() {
    return Samples.speech("purchases");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Samples.taken();
  }
}
