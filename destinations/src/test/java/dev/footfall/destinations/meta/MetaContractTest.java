package dev.footfall.destinations.meta;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.util.List;
import java.util.Map;

/** Meta keeps the contract of all destinations. */
class MetaContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Meta();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("dataset_id", "1234567890");
  }

  @Override
  protected TestRows goodRows() {
    TestRows example = Samples.example();
    TestRows store = example.only(0).and(example.only(1));
    return store.and(store.only(0).with("order_id", "ORD-1003"));
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return List.of(
        answer(200, "{\"events_received\": 2, \"messages\": [], \"fbtrace_id\": \"AbC123\"}"),
        answer(400, Answers.error(100, 2804003, "Event Timestamp Too Old")),
        answer(400, Answers.error(190, 463, "Session has expired")),
        answer(403, Answers.error(200, 1870034, "Terms Not Accepted")),
        answer(400, Answers.error(17, 2446079, "User request limit reached")),
        answer(500, Answers.error(2, 0, "Service temporarily unavailable")));
  }

  @Override
  protected Speech speech() {
    return Speech.of(200, n -> "{\"events_received\":" + n + ",\"messages\":[]}")
        .counting("{\"events_received\":@}");
  }

  @Override
  protected Map<String, Taken> taken() {
    return Map.of();
  }
}
