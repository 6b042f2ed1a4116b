package dev.footfall.core.destination;

import dev.footfall.core.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a platform's answer means. */
public sealed interface Reading {
  /** Each event has its outcome, in the order of the request. */
  record Settled(List<Outcome> outcomes) implements Reading {
    /** Copies the list. */
    public Settled {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * The request was refused whole because of some event; nothing was stored. The events are
   * isolated and sent again.
   *
   * @param refusal what a single event that fails alone is told
   * @param culprit index of the guilty event, where the platform names it
   */
  record RefusedWhole(Outcome.Refused refusal, OptionalInt culprit) implements Reading {}

  /**
   * Surely not stored; try the same request again.
   *
   * @param after the least wait that the platform asks for
   * @param atLast why the run stops when all attempts are used up; empty for the usual code of the
   *     cause
   */
  record TryAgain(Cause cause, Optional<Duration> after, String words, Optional<Stop> atLast)
      implements Reading {
    /** One that ends as its cause usually does. */
    public TryAgain(Cause cause, Optional<Duration> after, String words) {
      this(cause, after, words, Optional.empty());
    }

    /** The same, with another wait. */
    public TryAgain after(Duration wait) {
      return new TryAgain(cause, Optional.of(wait), words, atLast);
    }

    /** The same, with a word of its own for the end. */
    public TryAgain endingIn(Stop stop) {
      return new TryAgain(cause, after, words, Optional.of(stop));
    }
  }

  /**
   * Written, answer lost or not understood; may be repeated with the same event ids.
   *
   * @param repeats how often, at most
   * @param ifAccepted what an event is told that a repetition was accepted for; empty for the
   *     platform's own word
   */
  record LostRepeatable(int repeats, Optional<Outcome> ifAccepted, String words)
      implements Reading {}

  /** Written, answer lost or not understood; must not be repeated. */
  record Lost(String words) implements Reading {}

  /** The credential's token has ended; renew it once and try again, else stop. */
  record RenewCredential(String words) implements Reading {}

  /**
   * The run stops.
   *
   * @param maybeStored whether an earlier try of the same request may have been stored
   */
  record Stop(Code code, String words, boolean maybeStored) implements Reading {
    /** Nothing of the request was stored. */
    public Stop(Code code, String words) {
      this(code, words, false);
    }
  }

  /** Taken, but judged later: the events wait for the answer to a question. */
  record JudgedLater(Inquiry inquiry) implements Reading {}

  /**
   * Some events have their outcome; the others were surely not stored and are sent again, those
   * that a change can help in other words.
   *
   * @param outcomes index in the request to the outcome of an event that is settled
   * @param amended index to an event that is sent in other words
   * @param rounds how often a request may be sent again in this way
   * @param otherwise what an event is told that is not settled by then
   */
  record Sifted(
      Map<Integer, Outcome> outcomes,
      Map<Integer, Amendment> amended,
      int rounds,
      Outcome otherwise)
      implements Reading {
    /** Copies the maps. */
    public Sifted {
      outcomes = Map.copyOf(outcomes);
      amended = Map.copyOf(amended);
    }
  }

  /**
   * An event in other words, after the platform refused a part of it.
   *
   * @param event with the rows, keys and partition that it had
   * @param code what was done to it, for the operator
   * @param words the platform's own, free of personal data
   */
  record Amendment(Event event, Code code, String words) {}

  /** Why to try again. */
  enum Cause {
    /** The platform or the way to it is in trouble. */
    OUTAGE,
    /** The platform asks for fewer requests. */
    THROTTLE
  }

  /** All events have the same outcome. */
  static Settled all(int events, Outcome outcome) {
    return new Settled(java.util.Collections.nCopies(events, outcome));
  }
}
