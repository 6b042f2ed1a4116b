package dev.footfall.core.destination;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A look-up between mapping and sending: events ask for names, such as hashes of addresses, and go
 * out with what a service knows them by. Pure.
 *
 * <p>The ledger knows an event by what it was before; what was found may change from year to year.
 */
public interface Resolution {
  /** Most names in one question. */
  int most();

  /** Most questions under way at once. */
  int inFlight();

  /** Most questions in a minute. */
  int requestsPerMinute();

  /** How often and how long to wait. */
  RetryPolicy retries();

  /** The names that an event asks for; each is asked once, until its answer is too old. */
  List<String> wanted(Event event);

  /** A question. Made anew for every attempt, because some services sign the time. */
  Question ask(List<String> names, CredentialValues credential, Attempt attempt);

  /** The question as a preview shows it: in plain words, with no secret in it. */
  HttpCall shown(List<String> names);

  /**
   * What stands in a preview where an answer is needed.
   *
   * @param row the first row of the event that waits for it
   */
  String standIn(long row);

  /**
   * The event with what was found, or its outcome when it cannot be sent.
   *
   * @param found name to value; a name without answer is missing
   */
  Resolved resolve(Event event, Map<String, String> found);

  /**
   * One try of a question.
   *
   * @param number from 1
   * @param random for nonces
   */
  record Attempt(int number, Instant now, RandomGenerator random) {}

  /** One question; remembers what its answer must match. */
  interface Question {
    /** The call. */
    HttpCall call();

    /** What the answer leads to. */
    Answered read(HttpAnswer answer);
  }

  /**
   * An answer for one name.
   *
   * @param until when it may no longer be used for further events
   */
  record Value(String text, Instant until) {
    /** One that counts as long as the run. */
    public static Value lasting(String text) {
      return new Value(text, Instant.MAX);
    }
  }

  /** What became of a question. */
  sealed interface Answered {
    /** Values by name; a name without one has no answer. */
    record Found(Map<String, Value> values) implements Answered {
      /** Copies the map. */
      public Found {
        values = Map.copyOf(values);
      }
    }

    /** The question was too large; it is asked in halves. */
    record TooMany(String words) implements Answered {}

    /** No answer; the reading says how to go on. */
    record NotYet(Reading reading) implements Answered {}
  }

  /** What became of an event. */
  sealed interface Resolved {
    /**
     * It goes out so.
     *
     * @param losses what it lost on the way, for the operator
     */
    record Ready(Event event, List<Code> losses) implements Resolved {
      /** Copies the list. */
      public Ready {
        losses = List.copyOf(losses);
      }
    }

    /** It does not: {@link Outcome.Withheld} for good, {@link Outcome.NotSent} in this run. */
    record Left(Outcome outcome) implements Resolved {}
  }
}
