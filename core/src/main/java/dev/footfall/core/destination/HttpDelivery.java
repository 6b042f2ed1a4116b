package dev.footfall.core.destination;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.event.Event;
import java.time.Instant;
import java.util.Comparator;
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

  /**
   * The order in which events fill requests, so that a rerun makes the same ones; empty for the
   * order in which they come. Applied to a few thousand events at a time.
   */
  default Optional<Comparator<Event>> order() {
    return Optional.empty();
  }

  /** How many further requests one refused request may cost while its bad events are isolated. */
  int isolationBudget(int events);

  /** How often and how long to wait. */
  RetryPolicy retries();

  /** How many requests a day the platform takes; empty where it does not say. */
  default Optional<DailyQuota> dailyQuota() {
    return Optional.empty();
  }

  /** How long a request may take. */
  default Timeouts timeouts() {
    return Timeouts.USUAL;
  }

  /** How an answer, whatever it says of its events, asks the next requests to hold back. */
  default Restraint restraint(HttpAnswer answer) {
    return Restraint.NONE;
  }

  /**
   * Another delivery for runs of few events, such as one that posts them singly.
   *
   * @param most events of a run that takes it
   */
  record Few(int most, HttpDelivery delivery) {}

  /** How a run of few events is delivered, where that differs. */
  default Optional<Few> few() {
    return Optional.empty();
  }

  /** How a run of that many events is delivered. */
  default HttpDelivery forRunOf(long events) {
    return few().filter(f -> events <= f.most()).map(Few::delivery).orElse(this);
  }

  /** What a preview shows instead, where a request is followed by others that it stands for. */
  default HttpDelivery shown() {
    return this;
  }

  /** What events must learn from some service before they can be sent; empty for nothing. */
  default Optional<Resolution> resolution() {
    return Optional.empty();
  }

  /** A harmless exchange that shows whether credential and target work. */
  default Optional<Exchange> connectionTest(CredentialValues credential) {
    return Optional.empty();
  }

  /**
   * The exchange that renews the credential's token; empty when it cannot or need not be renewed.
   *
   * @param rejected whether the platform just refused the token
   */
  default Optional<Renewal> renewal(CredentialValues credential, Instant now, boolean rejected) {
    return Optional.empty();
  }

  /**
   * How a person's consent gives the credential its tokens; empty where tokens come another way.
   */
  default Optional<Authorisation> authorisation(CredentialValues credential) {
    return Optional.empty();
  }

  /** When a person must authorise again, however often tokens are renewed; empty where unknown. */
  default Optional<Instant> credentialEnds(CredentialValues credential) {
    return Optional.empty();
  }

  /** Exchanges at the start of a run besides the events; a failure is a warning. */
  default Optional<Exchange> opening(CredentialValues credential) {
    return Optional.empty();
  }
}
