package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import dev.footfall.destinations.answer.JsonAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Profiles by the thousand: a job that is watched to its end. */
final class ProfileJobs extends KlaviyoDelivery {
  private final Envelope envelope;
  private final Optional<Few> few;

  ProfileJobs(KlaviyoSettings settings, Envelope envelope, Optional<Few> few) {
    super(settings);
    this.envelope = envelope;
    this.few = few;
  }

  @Override
  public Limits limits() {
    return KlaviyoSpec.PROFILE_JOB;
  }

  @Override
  public Optional<Few> few() {
    return few;
  }

  @Override
  public int overhead() {
    return envelope.overhead();
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return KlaviyoCalls.post(
        settings.api(), credential, "/api/profile-bulk-import-jobs", envelope.around(events));
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    String id = JsonAnswer.of(answer).path("data").path("id").asText("");
    if (answer.status() == 202) {
      return id.matches("[A-Za-z0-9_=-]{1,200}") && KlaviyoErrors.isTaken(answer)
          ? new Reading.JudgedLater(new JobInquiry(settings.api(), id, Duration.ZERO))
          : new Reading.LostRepeatable(2, Optional.empty(), "Klaviyo named no job");
    }
    return Refusals.read(
        answer, events, new Refusals.Shape(Refusals.PROFILE_JOB, settings.primaryKey()));
  }
}
