package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Limits;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.List;
import java.util.OptionalInt;

/** Events one by one. */
final class EventPosts extends KlaviyoDelivery {
  EventPosts(KlaviyoSettings settings) {
    super(settings);
  }

  /** An order whose items are events too counts as one: its posts follow each other. */
  @Override
  public Limits limits() {
    return KlaviyoSpec.ONE_EVENT;
  }

  @Override
  public int overhead() {
    return 0;
  }

  @Override
  public HttpCall request(List<Event> events, CredentialValues credential) {
    return SinglyInquiry.of(settings.api(), events).call(credential);
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    if (KlaviyoErrors.isTaken(answer)) {
      SinglyInquiry posts = SinglyInquiry.of(settings.api(), events);
      return posts.posts().size() == 1
          ? Reading.all(events.size(), Outcome.Accepted.PLAIN)
          : posts.read(answer, events);
    }
    if (answer.status() == 202) {
      return lost(events);
    }
    Reading reading =
        Refusals.read(answer, events, new Refusals.Shape(Refusals.ONE_PROFILE, "profile"));
    return reading instanceof Reading.Sifted
        ? new Reading.RefusedWhole(
            new Outcome.Refused(
                Code.PLATFORM_REJECTED, KlaviyoErrors.code(answer), KlaviyoErrors.words(answer)),
            OptionalInt.empty())
        : reading;
  }
}
