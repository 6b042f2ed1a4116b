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

  /** Most questions in a minute. */
  int requestsPerMinute();

  /** How often and how long to wait. */
  RetryPolicy retries();

  /** The names that an event asks for; each is asked once a run. */
  List<String> wanted(Event event);

  /**
   * A question. Made anew for every attempt, because some services sign the time.
   *
   * @param random for nonces
   */
  Question ask(
      List<String> names, CredentialValues credential, Instant now, RandomGenerator random);

  /**
   * The event with what was found, or its outcome when it cannot be sent.
   *
   * @param found name to value; a name without answer is missing
   */
  Resolved resolve(Event event, Map<String, String> found);

  /** One question; remembers what its answer must match. */
  interface Question {
    /** The call. */
    HttpCall call();

    /** What the answer leads to. */
    Answered read(HttpAnswer answer);
  }

  /** What became of a question. */
  sealed interface Answered {
    /** Values by name. */
    record Found(Map<String, String> values) implements Answered {
      /** Copies the map. */
      public Found {
        values = Map.copyOf(values);
      }
    }

    /** These names stay without answer; the run goes on. */
    record Nothing(String words) implements Answered {}

    /** No answer; the reading says how to go on. */
    record NotYet(Reading reading) implements Answered {}
  }

  /** What became of an event. */
  sealed interface Resolved {
    /** It goes out so. */
    record Ready(Event event) implements Resolved {}

    /** It does not: {@link Outcome.Withheld} for good, {@link Outcome.NotSent} in this run. */
    record Left(Outcome outcome) implements Resolved {}
  }
}
