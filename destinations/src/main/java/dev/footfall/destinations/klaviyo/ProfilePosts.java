package dev.footfall.destinations.klaviyo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.util.List;
import java.util.Optional;

/** Profiles one by one. */
final class ProfilePosts extends KlaviyoDelivery {
  private static final Envelope ENVELOPE = Envelope.of("{\"data\":", "}");

  ProfilePosts(KlaviyoSettings settings) {
    super(settings);
  }

  @Override
  public Limits limits() {
    return KlaviyoSpec.ONE_PROFILE;
  }

  @Override
  public int overhead() {
    return ENVELOPE.overhead();
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return KlaviyoCalls.post(
        settings.api(), credential, "/api/profile-import", ENVELOPE.around(events));
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    if (isStored(answer)) {
      return storedAs(answer).isPresent() && events.size() == 1
          ? Reading.all(1, Outcome.Accepted.PLAIN)
          : new Reading.LostRepeatable(2, Optional.empty(), "Klaviyo named no profile");
    }
    if (answer.status() == 409) {
      return Reading.all(
          events.size(),
          new Outcome.Refused(
              Code.IDENTITY_CONFLICT, KlaviyoErrors.code(answer), KlaviyoErrors.words(answer)));
    }
    return Refusals.read(
        answer, events, new Refusals.Shape(Refusals.ONE_PROFILE, settings.primaryKey()));
  }

  private static boolean isStored(HttpAnswer answer) {
    return answer.status() == 200 || answer.status() == 201;
  }

  /** The id of the profile that an answer says is stored. */
  static Optional<String> storedAs(HttpAnswer answer) {
    return Optional.of(JsonAnswer.of(answer).path("data").path("id").asText(""))
        .filter(id -> isStored(answer) && !id.isEmpty())
        .filter(id -> !JsonAnswer.tellsOfFault(JsonAnswer.of(answer)));
  }

  /** The call that adds stored profiles to a list. */
  HttpCall join(String list, List<String> profiles, CredentialValues credential) {
    ArrayNode members = ExactJson.array();
    profiles.forEach(id -> members.add(ExactJson.object().put("type", "profile").put("id", id)));
    return KlaviyoCalls.post(
        settings.api(),
        credential,
        "/api/lists/" + list + "/relationships/profiles",
        List.of(ExactJson.write(ExactJson.object().set("data", members))));
  }
}
