package dev.footfall.destinations.tiktok;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads TikTok's answers to events. Nothing counts as success but code 0, or 20001. */
final class TikTokAnswers {
  private static final int PARTIAL = 20001;
  private static final int NO_PERMISSION = 40001;
  private static final int TOO_MANY = 40100;
  private static final int TOO_MANY_INSIDE = 51021;
  private static final int LAST_OF_CREDENTIALS = 40119;

  private TikTokAnswers() {}

  /** What an answer means for these events; {@code lost} is for answers that say nothing. */
  static Reading read(HttpAnswer answer, List<Event> events, Reading lost) {
    Optional<TikTokAnswer> envelope = TikTokAnswer.of(answer);
    return envelope.isPresent() ? read(envelope.get(), events, lost) : withoutCode(answer, lost);
  }

  private static Reading read(TikTokAnswer answer, List<Event> events, Reading lost) {
    if (answer.isSuccess()) {
      return Reading.all(events.size(), Outcome.Accepted.PLAIN);
    }
    int code = answer.code();
    if (code == PARTIAL) {
      return partial(answer, events, lost);
    }
    if (code >= 40000 && code <= 49999) {
      return refused(answer, events);
    }
    if (code >= 50000 && code <= 59999) {
      Reading.Cause cause = code == TOO_MANY_INSIDE ? Reading.Cause.THROTTLE : Reading.Cause.OUTAGE;
      return new Reading.TryAgain(cause, Optional.empty(), answer.inWords());
    }
    return lost;
  }

  private static Reading refused(TikTokAnswer answer, List<Event> events) {
    int code = answer.code();
    if (code == TOO_MANY) {
      return new Reading.TryAgain(Reading.Cause.THROTTLE, Optional.empty(), answer.inWords());
    }
    if (code > TOO_MANY && code <= LAST_OF_CREDENTIALS) {
      return new Reading.RenewCredential(answer.inWords());
    }
    OptionalInt culprit = culprit(answer, events);
    if (culprit.isEmpty() && answer.isAboutTerms()) {
      return new Reading.Stop(Code.TERMS_NOT_ACCEPTED, answer.inWords());
    }
    return code == NO_PERMISSION
        ? new Reading.Stop(Code.PERMISSION_DENIED, permission(answer))
        : new Reading.RefusedWhole(refusal(answer), culprit);
  }

  private static String permission(TikTokAnswer answer) {
    return answer.inWords()
        + "; the token's user must be admin or operator of the ad account that owns the event set";
  }

  private static Outcome.Refused refusal(TikTokAnswer answer) {
    return new Outcome.Refused(
        Code.PLATFORM_REJECTED, Integer.toString(answer.code()), answer.words());
  }

  /** The event that the answer blames, by its place in the message or by its id in the data. */
  private static OptionalInt culprit(TikTokAnswer answer, List<Event> events) {
    OptionalInt place = answer.place();
    if (place.isPresent() && place.getAsInt() < events.size()) {
      return place;
    }
    Set<String> ids = new HashSet<>(answer.eventIds());
    for (int i = 0; i < events.size(); i++) {
      if (ids.contains(events.get(i).id())) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Some events failed: those that the answer names; all are unverified when it names none. When it
   * names one that was not sent, nobody knows which of the others it means.
   */
  private static Reading partial(TikTokAnswer answer, List<Event> events, Reading lost) {
    Set<Integer> places = new HashSet<>(answer.places());
    Set<String> ids = new HashSet<>(answer.eventIds());
    if (places.isEmpty() && ids.isEmpty()) {
      return Reading.all(
          events.size(),
          new Outcome.Accepted(Optional.of(Code.DELIVERED_UNVERIFIED), answer.inWords()));
    }
    boolean areSent =
        places.stream().allMatch(place -> place < events.size())
            && events.stream().map(Event::id).collect(Collectors.toSet()).containsAll(ids);
    Outcome ofOthers = areSent ? Outcome.Accepted.PLAIN : new Outcome.Unknown(answer.inWords());
    List<Outcome> outcomes = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      boolean failed = places.contains(i) || ids.contains(events.get(i).id());
      outcomes.add(failed ? refusal(answer) : ofOthers);
    }
    return outcomes.stream().allMatch(Outcome.Unknown.class::isInstance)
        ? lost
        : new Reading.Settled(outcomes);
  }

  private static Reading withoutCode(HttpAnswer answer, Reading lost) {
    int status = answer.status();
    String words = "HTTP " + status + " without TikTok's code";
    if (status == 429) {
      return new Reading.TryAgain(Reading.Cause.THROTTLE, Optional.empty(), words);
    }
    if (status >= 500 || status == 408) {
      return new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), words);
    }
    return switch (status) {
      case 401 -> new Reading.RenewCredential(words);
      case 403 -> new Reading.Stop(Code.PERMISSION_DENIED, words);
      default ->
          status >= 400
              ? new Reading.RefusedWhole(
                  new Outcome.Refused(Code.PLATFORM_REJECTED, "HTTP " + status, words),
                  OptionalInt.empty())
              : lost;
    };
  }
}
