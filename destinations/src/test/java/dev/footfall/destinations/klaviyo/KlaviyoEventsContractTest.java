package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.Destination;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.HttpDestinationContract;
import dev.footfall.destinations.contract.Question;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import dev.footfall.destinations.contract.TestRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Klaviyo's events keep the contract of all destinations. */
class KlaviyoEventsContractTest extends HttpDestinationContract {
  @Override
  protected Destination destination() {
    return new Klaviyo();
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("mode", "events");
  }

  @Override
  protected TestRows goodRows() {
    return Samples.orders();
  }

  /** Klaviyo takes events with an empty 202. */
  @Override
  protected boolean meansSuccess(HttpAnswer answer) {
    return KlaviyoErrors.isTaken(answer);
  }

  @Override
  protected List<HttpAnswer> typicalAnswers() {
    return Samples.typical();
  }

  @Override
  protected Speech speech() {
    return Speech.of(202, n -> "");
  }

  /** Events that are posted one by one after their job was refused: only the first is asked for. */
  @Override
  protected List<Question> questions(List<Event> events) {
    KlaviyoSettings.Api api =
        KlaviyoSettings.of(SettingValues.of(new Klaviyo().spec(), settings())).api();
    Set<Integer> others = Set.of(1, 2);
    Map<String, Taken> first = new HashMap<>();
    taken().forEach((name, all) -> first.put(name, new Taken(true, others, all.reason())));
    first.put("success with HTTP 202", new Taken(true, others, "202 says it all"));
    return List.of(Question.beforeTaking(SinglyInquiry.of(api, events), speech(), first));
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.all(
        "202 says it all; Klaviyo sends no body, or one under data",
        "nothing",
        "nothing with HTTP 202",
        "4 MB of spaces",
        "{}",
        "deep objects",
        "TikTok's success",
        "Klaviyo's success");
  }
}
