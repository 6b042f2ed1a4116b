package dev.footfall.core.destination;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.event.Event;
import java.util.List;
import java.util.Optional;

/** Events as HTTPS requests. Pure: makes requests and reads answers, sends nothing. */
public non-sealed interface HttpDelivery extends Delivery {
  /**
   * The request for some events of one partition.
   *
   * @param events at least one, within {@link #limits}
   */
  HttpCall request(List<Event> events, CredentialValues credential);

  /** Bytes that a request's body needs besides its events and the commas between them. */
  int overhead();

  /**
   * What an answer means for the events of its request. Anything not understood is {@link
   * Reading.Lost}, never success.
   */
  Reading read(HttpAnswer answer, List<Event> events);

  /** How to go on when the request was written and no answer came. */
  Reading lost(List<Event> events);

  /** How often and how long to wait. */
  RetryPolicy retries();

  /** A harmless exchange that shows whether credential and target work. */
  default Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.empty();
  }

  /** Exchanges at the start of a run besides the events; a failure is a warning. */
  default Optional<Exchange> opening(CredentialValues credential) {
    return Optional.empty();
  }
}
