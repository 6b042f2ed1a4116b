package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Profiles one by one, each added to the list afterwards where there is one. */
final class ProfilePosts extends KlaviyoDelivery {
  private static final Envelope ENVELOPE = Envelope.of("{\"data\":", "}");
  private final Optional<String> list;

  ProfilePosts(KlaviyoSettings settings, Optional<String> list) {
    super(settings);
    this.list = list;
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
    if (answer.status() == 200 || answer.status() == 201) {
      String id = JsonAnswer.of(answer).path("data").path("id").asText("");
      if (id.isEmpty() || events.size() != 1) {
        return new Reading.LostRepeatable(2, Optional.empty(), "Klaviyo named no profile");
      }
      return list.<Reading>map(to -> new Reading.JudgedLater(new Joining(settings.api(), to, id)))
          .orElse(Reading.all(1, Outcome.Accepted.PLAIN));
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

  /** Adds a profile to the list. */
  private record Joining(KlaviyoSettings.Api api, String list, String profile) implements Inquiry {
    @Override
    public Duration after() {
      return Duration.ZERO;
    }

    @Override
    public HttpCall call(CredentialValues credential) {
      byte[] body =
          ExactJson.write(
              ExactJson.object()
                  .set(
                      "data",
                      ExactJson.array()
                          .add(ExactJson.object().put("type", "profile").put("id", profile))));
      return KlaviyoCalls.post(
          api, credential, "/api/lists/" + list + "/relationships/profiles", List.of(body));
    }

    @Override
    public Reading read(HttpAnswer answer, List<Event> events) {
      if (answer.status() == 204) {
        return Reading.all(events.size(), Outcome.Accepted.PLAIN);
      }
      return KlaviyoErrors.general(answer, "lists:write").orElseGet(() -> unanswered(events));
    }

    @Override
    public Reading.Settled unanswered(List<Event> events) {
      return Reading.all(
          events.size(),
          new Outcome.Accepted(
              Optional.of(Code.ACCEPTED), "the profile is stored, but not added to the list"));
    }
  }
}
