package dev.footfall.destinations.klaviyo;

import dev.footfall.core.destination.SettingValues;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.contract.Question;
import dev.footfall.destinations.contract.Speech;
import dev.footfall.destinations.contract.Taken;
import java.util.List;
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

  /** The next of several profiles, and the call that adds those that are stored to a list. */
  @Override
  protected List<Question> questions(List<Event> events) {
    ProfilePosts posts =
        new ProfilePosts(KlaviyoSettings.of(SettingValues.of(new Klaviyo().spec(), settings())));
    Listing next = Listing.of(posts, "LIST1", events);
    Listing joining =
        new Listing(posts, "LIST1", events, List.of(new Listing.Fate.Stored("Z2fA1x")));
    Map<String, Taken> none = Taken.none("Klaviyo adds with 204", "success with HTTP 200");
    Map<String, Taken> added =
        Taken.all("204 says it all", "success with HTTP 204", "nothing with HTTP 204");
    return List.of(
        Question.beforeTaking(next, speech(), taken()),
        Question.afterTaking(joining, Speech.of(200, n -> ""), Taken.together(none, added)));
  }

  @Override
  protected Map<String, Taken> taken() {
    return Taken.all(
        "a profile that is named is stored", "Klaviyo's success", "success with HTTP 200");
  }
}
