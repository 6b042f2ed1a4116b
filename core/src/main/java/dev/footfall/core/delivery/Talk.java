package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.HttpAnswer;
import dev.footfall.core.destination.HttpCall;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Inquiry;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.destination.Restraint;
import dev.footfall.core.event.Event;
import java.util.List;
import java.util.Optional;

/** What is said over a wire: events, or a question about them. */
interface Talk {
  HttpCall call(List<Event> events, CredentialValues credential);

  Reading read(HttpAnswer answer, List<Event> events);

  /** How to go on when the call was written and no answer came. */
  Reading lost(List<Event> events);

  default Restraint restraint(HttpAnswer answer) {
    return Restraint.NONE;
  }

  /** Events are sent. */
  static Talk of(HttpDelivery delivery) {
    return new Talk() {
      @Override
      public HttpCall call(List<Event> events, CredentialValues credential) {
        return delivery.request(events, credential);
      }

      @Override
      public Reading read(HttpAnswer answer, List<Event> events) {
        return delivery.read(answer, events);
      }

      @Override
      public Reading lost(List<Event> events) {
        return delivery.lost(events);
      }

      @Override
      public Restraint restraint(HttpAnswer answer) {
        return delivery.restraint(answer);
      }
    };
  }

  /** A question is asked; it may always be repeated. */
  static Talk of(Inquiry inquiry) {
    return new Talk() {
      @Override
      public HttpCall call(List<Event> events, CredentialValues credential) {
        return inquiry.call(credential);
      }

      @Override
      public Reading read(HttpAnswer answer, List<Event> events) {
        return inquiry.read(answer, events);
      }

      @Override
      public Reading lost(List<Event> events) {
        return repeated();
      }

      @Override
      public Restraint restraint(HttpAnswer answer) {
        return inquiry.restraint(answer);
      }
    };
  }

  /** The reading of a question without answer. */
  static Reading repeated() {
    return new Reading.TryAgain(Reading.Cause.OUTAGE, Optional.empty(), "no answer");
  }
}
