package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Envelope;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.List;
import java.util.Optional;

/** Events by the hundred: Klaviyo takes them and names no job. */
final class EventJobs extends KlaviyoDelivery {
  private static final Envelope ENVELOPE =
      Envelope.of(
          "{\"data\":{\"type\":\"event-bulk-create-job\",\"attributes\":"
              + "{\"events-bulk-create\":{\"data\":[",
          "]}}}}");

  private final Optional<Few> few;

  EventJobs(KlaviyoSettings settings, Optional<Few> few) {
    super(settings);
    this.few = few;
  }

  @Override
  public Limits limits() {
    return KlaviyoSpec.EVENT_JOB;
  }

  @Override
  public Optional<Few> few() {
    return few;
  }

  @Override
  public int overhead() {
    return ENVELOPE.overhead();
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return KlaviyoCalls.post(
        settings.api(), credential, "/api/event-bulk-create-jobs", ENVELOPE.around(events));
  }

  /** A refusal that names no event may mean an id that Klaviyo has: singly such ids pass. */
  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    if (KlaviyoErrors.isTaken(answer)) {
      return Reading.all(events.size(), Outcome.Accepted.PLAIN);
    }
    if (answer.status() == 202) {
      return lost(events);
    }
    Refusals.Shape shape = new Refusals.Shape(Refusals.EVENT_JOB, "");
    Reading reading = Refusals.read(answer, events, shape);
    return reading instanceof Reading.RefusedWhole && answer.status() == 400
        ? new Reading.JudgedLater(SinglyInquiry.of(settings.api(), events))
        : reading;
  }
}
