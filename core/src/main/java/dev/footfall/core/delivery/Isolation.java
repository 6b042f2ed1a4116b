package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Gives every event of a request its outcome: a request refused whole is sent again without the
 * event that the platform names, or in smaller parts, until the bad events stand alone.
 *
 * <p>Used for one request, by one thread.
 */
final class Isolation {
  private final Channel channel;
  private final Line line;
  private final List<Event> events;
  private final boolean areSuspects;
  private final Outcome[] outcomes;
  private int budget;
  private Optional<Reading.Stop> stop = Optional.empty();
  private Optional<RuntimeException> fault = Optional.empty();

  /** Outcomes in the events' order, why the run must stop, if it must, and what fault of ours. */
  record Result(
      List<Outcome> outcomes, Optional<Reading.Stop> stop, Optional<RuntimeException> fault) {}

  private Isolation(Channel channel, HttpDelivery delivery, Line line, List<Pending> sent) {
    this.channel = channel;
    this.line = line;
    this.events = new ArrayList<>(sent.stream().map(Pending::event).toList());
    this.areSuspects = sent.stream().allMatch(Pending::isSuspect);
    this.outcomes = new Outcome[events.size()];
    this.budget = delivery.isolationBudget(events.size());
  }

  static Result send(Channel channel, HttpDelivery delivery, Line line, List<Pending> sent)
      throws InterruptedException {
    Isolation isolation = new Isolation(channel, delivery, line, sent);
    isolation.deliver(isolation.everyone(), 0);
    return new Result(Arrays.asList(isolation.outcomes), isolation.stop, isolation.fault);
  }

  /** Suspects whom the budget may not last for are begun with anywhere, so that each has a turn. */
  private List<Integer> everyone() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      all.add(i);
    }
    if (areSuspects && all.size() > budget) {
      Collections.rotate(all, line.jitter().nextInt(all.size()));
    }
    return all;
  }

  /**
   * Sends a part of the events.
   *
   * @param round how often a part of the same request was sifted before
   */
  private void deliver(List<Integer> part, int round) throws InterruptedException {
    Optional<Reading.RefusedWhole> refused = attempt(part, round);
    if (refused.isPresent() && part.size() == 1) {
      fill(part, refused.get().refusal());
    } else if (refused.isPresent()) {
      search(part, round);
    }
  }

  /** Sends a part of the events; what comes back was refused whole, and nothing in it is named. */
  private Optional<Reading.RefusedWhole> attempt(List<Integer> part, int round)
      throws InterruptedException {
    Reading reading;
    try {
      reading = channel.send(part.stream().map(events::get).toList());
    } catch (RuntimeException ours) {
      failed(part, ours);
      return Optional.empty();
    }
    if (reading instanceof Reading.Settled settled) {
      for (int i = 0; i < part.size(); i++) {
        outcomes[part.get(i)] = settled.outcomes().get(i);
      }
    } else if (reading instanceof Reading.RefusedWhole refused) {
      return without(part, refused, round);
    } else if (reading instanceof Reading.Sifted sifted) {
      sift(part, sifted, round);
    } else if (reading instanceof Reading.Stop stopping) {
      stop = Optional.of(stopping);
      fill(
          part,
          stopping.maybeStored()
              ? new Outcome.Unknown(stopping.words())
              : new Outcome.NotSent(unsent(stopping.code()), stopping.words()));
    } else {
      fill(part, new Outcome.Unknown(words(reading)));
    }
    return Optional.empty();
  }

  /** What was answered before it failed counts; only what had left may be stored. */
  private void failed(List<Integer> part, RuntimeException ours) {
    fault = Optional.of(Stumbled.fault(ours));
    stop = Optional.of(Post.FAULT);
    fill(
        part,
        ours instanceof Stumbled
            ? new Outcome.Unknown(Post.FAULT.words())
            : new Outcome.NotSent(Code.NOT_ATTEMPTED, Post.FAULT.words()));
  }

  /** What events are told whose own request stopped the run: that it was tried, where it was. */
  private static Code unsent(Code stop) {
    return switch (stop) {
      case RETRY_LATER -> Code.RETRY_LATER;
      case PLATFORM_UNAVAILABLE, RATE_LIMITED -> Code.DELIVERY_FAILED;
      default -> Code.NOT_ATTEMPTED;
    };
  }

  private void sift(List<Integer> part, Reading.Sifted sifted, int round)
      throws InterruptedException {
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      int event = part.get(i);
      Outcome outcome = sifted.outcomes().get(i);
      if (outcome != null) {
        outcomes[event] = outcome;
      } else {
        rest.add(event);
        amend(event, Optional.ofNullable(sifted.amended().get(i)));
      }
    }
    if (rest.isEmpty()) {
      return;
    }
    if (round >= sifted.rounds()) {
      fill(rest, sifted.otherwise());
    } else {
      further(rest, round + 1);
    }
  }

  private void amend(int event, Optional<Reading.Amendment> amendment) {
    if (amendment.isPresent()) {
      events.set(event, amendment.get().event());
      line.listener().warning(amendment.get().code(), amendment.get().words());
    }
  }

  /** Sends a refused part again without the event that was named, if there is one. */
  private Optional<Reading.RefusedWhole> without(
      List<Integer> part, Reading.RefusedWhole refused, int round) throws InterruptedException {
    int culprit = refused.culprit().orElse(part.size());
    if (part.size() == 1 || culprit >= part.size()) {
      return Optional.of(refused);
    }
    List<Integer> rest = new ArrayList<>(part);
    outcomes[rest.remove(culprit)] = refused.refusal();
    further(rest, round);
    return Optional.empty();
  }

  private void search(List<Integer> part, int round) throws InterruptedException {
    PoisonSearch search = new PoisonSearch(part.size(), areSuspects);
    int done = 0;
    while (done < part.size()) {
      int size = search.next();
      List<Integer> next = part.subList(done, done + size);
      if (!mayGoOn(part.subList(done, part.size()))) {
        return;
      }
      Optional<Reading.RefusedWhole> refused = attempt(next, round);
      if (refused.isEmpty()) {
        search.judged(size);
        done += size;
      } else {
        search.refused(size);
        if (size == 1) {
          fill(next, refused.get().refusal());
          done++;
        }
      }
    }
  }

  private void further(List<Integer> part, int round) throws InterruptedException {
    if (mayGoOn(part)) {
      deliver(part, round);
    }
  }

  /** Whether there may be one more request; if not, those that are left are not sent. */
  private boolean mayGoOn(List<Integer> left) {
    if (stop.isPresent()) {
      fill(left, new Outcome.NotSent(Code.NOT_ATTEMPTED, stop.get().words()));
      return false;
    }
    if (budget-- <= 0) {
      fill(left, new Outcome.NotSent(Code.DELIVERY_FAILED, "the bad event could not be isolated"));
      return false;
    }
    line.listener().requestBisected();
    return true;
  }

  private void fill(List<Integer> part, Outcome outcome) {
    part.forEach(i -> outcomes[i] = outcome);
  }

  private static String words(Reading reading) {
    return reading instanceof Reading.Lost lost ? lost.words() : "the answer was not understood";
  }
}
