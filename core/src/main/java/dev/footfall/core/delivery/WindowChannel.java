package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Leaves out, immediately before each attempt, the events that have grown too old meanwhile: one of
 * them could sink its whole request.
 */
final class WindowChannel implements Channel {
  private final Channel next;
  private final Time time;

  WindowChannel(Channel next, Time time) {
    this.next = next;
    this.time = time;
  }

  @Override
  public Reading send(List<Event> events) throws InterruptedException {
    long now = time.now().getEpochSecond();
    List<Event> fresh = fresh(events, now);
    if (fresh.size() == events.size()) {
      return next.send(events);
    }
    if (fresh.isEmpty()) {
      return Reading.all(events.size(), new Outcome.Expired());
    }
    return whole(next.send(fresh), events, now);
  }

  /** What was said of the fresh ones, with what the others are told. */
  private static Reading whole(Reading reading, List<Event> events, long now) {
    if (reading instanceof Reading.Settled settled) {
      return spread(settled, events, now);
    }
    if (reading instanceof Reading.Sifted sifted) {
      return spread(sifted, events, now);
    }
    if (reading instanceof Reading.JudgedLater later) {
      return new Reading.JudgedLater(new OfTheFresh(later.inquiry(), now));
    }
    return reading instanceof Reading.RefusedWhole refused
        ? new Reading.RefusedWhole(refused.refusal(), OptionalInt.empty())
        : reading;
  }

  /** A question about the events of a request that were fresh when it left. */
  private record OfTheFresh(Inquiry inquiry, long now) implements Inquiry {
    @Override
    public Duration after() {
      return inquiry.after();
    }

    @Override
    public HttpCall call(CredentialValues credential) {
      return inquiry.call(credential);
    }

    @Override
    public Reading read(HttpAnswer answer, List<Event> events) {
      return whole(inquiry.read(answer, fresh(events, now)), events, now);
    }

    @Override
    public Restraint restraint(HttpAnswer answer) {
      return inquiry.restraint(answer);
    }

    @Override
    public Reading.Settled unanswered(List<Event> events) {
      return spread(inquiry.unanswered(fresh(events, now)), events, now);
    }
  }

  private static List<Event> fresh(List<Event> events, long now) {
    return events.stream().filter(e -> e.expiresAt() >= now).toList();
  }

  private static Reading.Settled spread(Reading.Settled settled, List<Event> events, long now) {
    Iterator<Outcome> told = settled.outcomes().iterator();
    List<Outcome> outcomes = new ArrayList<>(events.size());
    for (Event event : events) {
      outcomes.add(event.expiresAt() >= now ? told.next() : new Outcome.Expired());
    }
    return new Reading.Settled(outcomes);
  }

  private static Reading spread(Reading.Sifted sifted, List<Event> events, long now) {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    Map<Integer, Reading.Amendment> amended = new HashMap<>();
    int sent = 0;
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).expiresAt() < now) {
        outcomes.put(i, new Outcome.Expired());
        continue;
      }
      int at = i;
      Optional.ofNullable(sifted.outcomes().get(sent)).ifPresent(o -> outcomes.put(at, o));
      Optional.ofNullable(sifted.amended().get(sent)).ifPresent(a -> amended.put(at, a));
      sent++;
    }
    return new Reading.Sifted(outcomes, amended, sifted.rounds(), sifted.otherwise());
  }
}
