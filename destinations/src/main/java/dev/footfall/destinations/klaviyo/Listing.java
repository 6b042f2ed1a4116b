package dev.footfall.destinations.klaviyo;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Restraint;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Posts profiles one after the other, then adds those that were stored to a list in one call.
 *
 * @param fates of the profiles that were posted so far
 */
record Listing(ProfilePosts posts, String list, List<Event> events, List<Fate> fates)
    implements Inquiry {
  private static final Outcome UNLISTED =
      new Outcome.Accepted(
          Optional.of(Code.ACCEPTED), "the profile is stored, but not added to the list");

  /** What became of a profile. */
  sealed interface Fate {
    /** Stored under this id. */
    record Stored(String id) implements Fate {}

    /** Not stored, and that is all. */
    record Over(Outcome outcome) implements Fate {}

    /** Refused, but not in other words. */
    record Changed(Reading.Amendment amendment) implements Fate {}
  }

  /** Before the first post. */
  static Listing of(ProfilePosts posts, String list, List<Event> events) {
    return new Listing(posts, list, List.copyOf(events), List.of());
  }

  @Override
  public Duration after() {
    return Duration.ZERO;
  }

  @Override
  public Restraint restraint(HttpAnswer answer) {
    return posts.restraint(answer);
  }

  private boolean isJoining() {
    return fates.size() == events.size();
  }

  @Override
  public HttpCall call(CredentialValues credential) {
    return isJoining()
        ? posts.join(list, stored(), credential)
        : posts.request(List.of(events.get(fates.size())), credential);
  }

  private List<String> stored() {
    return fates.stream()
        .filter(Fate.Stored.class::isInstance)
        .map(fate -> ((Fate.Stored) fate).id())
        .toList();
  }

  @Override
  public Reading read(HttpAnswer answer, List<Event> all) {
    if (!isJoining()) {
      return posted(answer);
    }
    return answer.status() == 204
        ? end(Outcome.Accepted.PLAIN)
        : KlaviyoErrors.general(answer, "lists:write").orElseGet(() -> end(UNLISTED));
  }

  private Reading posted(HttpAnswer answer) {
    Optional<String> id = ProfilePosts.storedAs(answer);
    if (id.isPresent()) {
      return next(new Fate.Stored(id.get()));
    }
    Reading reading = posts.read(answer, List.of(events.get(fates.size())));
    if (reading instanceof Reading.Settled settled) {
      return next(new Fate.Over(settled.outcomes().get(0)));
    }
    if (reading instanceof Reading.RefusedWhole refused) {
      return next(new Fate.Over(refused.refusal()));
    }
    if (reading instanceof Reading.Sifted sifted) {
      Reading.Amendment amendment = sifted.amended().get(0);
      return next(
          amendment == null
              ? new Fate.Over(sifted.outcomes().getOrDefault(0, sifted.otherwise()))
              : new Fate.Changed(amendment));
    }
    if (reading instanceof Reading.Lost lost) {
      return next(new Fate.Over(new Outcome.Unknown(lost.words())));
    }
    return reading instanceof Reading.LostRepeatable lost
        ? next(new Fate.Over(new Outcome.Unknown(lost.words())))
        : reading;
  }

  /** The next post, the call that fills the list, or the end. */
  private Reading next(Fate fate) {
    List<Fate> more = new ArrayList<>(fates);
    more.add(fate);
    Listing next = new Listing(posts, list, events, List.copyOf(more));
    return next.isJoining() && next.stored().isEmpty()
        ? next.end(UNLISTED)
        : new Reading.JudgedLater(next);
  }

  /** All were posted: those in other words are posted again. */
  private Reading end(Outcome ofStored) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    Map<Integer, Reading.Amendment> amended = new HashMap<>();
    for (int i = 0; i < fates.size(); i++) {
      if (fates.get(i) instanceof Fate.Changed changed) {
        amended.put(i, changed.amendment());
      } else {
        outcomes.put(i, outcome(fates.get(i), ofStored));
      }
    }
    return amended.isEmpty()
        ? unanswered(ofStored)
        : new Reading.Sifted(outcomes, amended, Refusals.ROUNDS, Refusals.AGAIN);
  }

  private static Outcome outcome(Fate fate, Outcome ofStored) {
    if (fate instanceof Fate.Over over) {
      return over.outcome();
    }
    return fate instanceof Fate.Stored ? ofStored : Refusals.AGAIN;
  }

  /** Profiles before the present one have their outcome; those behind it were not sent. */
  @Override
  public Reading.Settled unanswered(List<Event> all) {
    return unanswered(UNLISTED);
  }

  private Reading.Settled unanswered(Outcome ofStored) {
    List<Outcome> outcomes = new ArrayList<>();
    fates.forEach(fate -> outcomes.add(outcome(fate, ofStored)));
    for (int i = fates.size(); i < events.size(); i++) {
      outcomes.add(
          i == fates.size()
              ? new Outcome.Unknown("Klaviyo's answer was lost")
              : new Outcome.NotSent(Code.NOT_ATTEMPTED, "Klaviyo could not be reached"));
    }
    return new Reading.Settled(outcomes);
  }
}
