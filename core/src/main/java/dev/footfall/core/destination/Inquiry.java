package dev.footfall.core.destination;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.event.Event;
import java.time.Duration;
import java.util.List;

/**
 * A question about a request that the platform took and judges later: a job that is polled, the
 * pages of its errors, a second opinion. Pure; it carries what it has learnt so far, and how long
 * it has waited, so that it ends by itself.
 */
public interface Inquiry {
  /** How long to wait before asking. */
  Duration after();

  /** The question. */
  HttpCall call(CredentialValues credential);

  /**
   * What the answer means for the events of the request. {@link Reading.JudgedLater} asks again;
   * {@link Reading.TryAgain} repeats the same question.
   */
  Reading read(HttpAnswer answer, List<Event> events);

  /** How an answer asks the next requests to hold back. */
  default Restraint restraint(HttpAnswer answer) {
    return Restraint.NONE;
  }

  /**
   * What the events are told when no answer can be had. They were taken, so this is never {@link
   * Reading.TryAgain}.
   */
  Reading.Settled unanswered(List<Event> events);
}
