package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Posts events one after the other: a request that was refused whole, or an order whose items are
 * events too.
 *
 * @param posts each post with the event that it belongs to
 * @param done how many were posted
 * @param refusals by event, or that nobody knows; empty while nothing was refused
 */
record SinglyInquiry(
    KlaviyoSettings.Api api, List<Post> posts, int done, List<Optional<Outcome>> refusals)
    implements Inquiry {
  /** A body, and the index of its event. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Post(int event, byte[] body) {
    @Override
    public String toString() {
      return "Post of event " + event;
    }
  }

  static SinglyInquiry of(KlaviyoSettings.Api api, List<Event> events) {
    List<Post> posts = new ArrayList<>();
    List<Optional<Outcome>> refusals = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      for (byte[] body : SingleEvents.bodies(events.get(i))) {
        posts.add(new Post(i, body));
      }
      refusals.add(Optional.empty());
    }
    return new SinglyInquiry(api, posts, 0, refusals);
  }

  @Override
  public Duration after() {
    return Duration.ZERO;
  }

  @Override
  public HttpCall call(CredentialValues credential) {
    return KlaviyoCalls.post(api, credential, "/api/events", List.of(posts.get(done).body));
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> events) {
    if (KlaviyoErrors.isTaken(answer)) {
      return next(refusals);
    }
    Optional<Reading> general = KlaviyoErrors.general(answer, "events:write");
    if (general.isPresent()) {
      return general.get();
    }
    List<Optional<Outcome>> more = new ArrayList<>(refusals);
    more.set(posts.get(done).event, Optional.of(untaken(answer)));
    return next(more);
  }

  private static Outcome untaken(HttpAnswer answer) {
    String words = KlaviyoErrors.words(answer);
    return answer.status() / 100 == 4
        ? new Outcome.Refused(Code.PLATFORM_REJECTED, KlaviyoErrors.code(answer), words)
        : new Outcome.Unknown(words + " that was not understood");
  }

  /** The next post, or the end. */
  private Reading next(List<Optional<Outcome>> known) {
    SinglyInquiry next = new SinglyInquiry(api, posts, done + 1, known);
    return next.done < posts.size()
        ? new Reading.JudgedLater(next)
        : new Reading.Settled(
            known.stream().map(refusal -> refusal.orElse(Outcome.Accepted.PLAIN)).toList());
  }

  /** Events before the present one have their outcome; those behind it were not sent. */
  @Override
  public Reading.Settled unanswered(List<Event> events) {
    int present = posts.get(done).event;
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Outcome untold =
          i < present
              ? Outcome.Accepted.PLAIN
              : i == present
                  ? new Outcome.Unknown("Klaviyo's answer was lost")
                  : new Outcome.NotSent(Code.NOT_ATTEMPTED, "Klaviyo could not be reached");
      outcomes.add(refusals.get(i).orElse(untold));
    }
    return new Reading.Settled(outcomes);
  }
}
