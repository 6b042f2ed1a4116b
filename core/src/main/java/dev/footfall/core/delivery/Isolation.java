package dev.footfall.core.delivery;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Outcome;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gives every event of a request its outcome: a request refused whole is cut in halves, or sent
 * again without the event that the platform names, until the bad events stand alone.
 *
 * <p>Used for one request, by one thread.
 */
final class Isolation {
  private final Channel channel;
  private final Line line;
  private final List<Event> events;
  private final Outcome[] outcomes;
  private int budget;
  private Optional<Reading.Stop> stop = Optional.empty();
  private Optional<RuntimeException> fault = Optional.empty();

  /** Outcomes in the events' order, why the run must stop, if it must, and what fault of ours. */
  record Result(
      List<Outcome> outcomes, Optional<Reading.Stop> stop, Optional<RuntimeException> fault) {}

  private Isolation(Channel channel, HttpDelivery delivery, Line line, List<Event> events) {
    this.channel = channel;
    this.line = line;
    this.events = new ArrayList<>(events);
    this.outcomes = new Outcome[events.size()];
    this.budget = delivery.isolationBudget(events.size());
  }

  static Result send(Channel channel, HttpDelivery delivery, Line line, List<Event> events)
      throws InterruptedException {
    Isolation isolation = new Isolation(channel, delivery, line, events);
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      all.add(i);
    }
    isolation.deliver(all, 0);
    return new Result(Arrays.asList(isolation.outcomes), isolation.stop, isolation.fault);
  }

  /**
   * Sends a part of the events.
   *
   * @param round how often a part of the same request was sifted before
   */
  private void deliver(List<Integer> part, int round) throws InterruptedException {
    Reading reading;
    try {
      reading = channel.send(part.stream().map(events::get).toList());
    } catch (RuntimeException ours) {
      failed(part, ours);
      return;
    }
    if (reading instanceof Reading.Settled settled) {
      for (int i = 0; i < part.size(); i++) {
        outcomes[part.get(i)] = settled.outcomes().get(i);
      }
    } else if (reading instanceof Reading.RefusedWhole refused) {
      isolate(part, refused, round);
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

  private void isolate(List<Integer> part, Reading.RefusedWhole refused, int round)
      throws InterruptedException {
    if (part.size() == 1) {
      fill(part, refused.refusal());
    } else if (refused.culprit().isPresent() && refused.culprit().getAsInt() < part.size()) {
      List<Integer> rest = new ArrayList<>(part);
      outcomes[rest.remove(refused.culprit().getAsInt())] = refused.refusal();
      further(rest, round);
    } else {
      further(part.subList(0, part.size() / 2), round);
      further(part.subList(part.size() / 2, part.size()), round);
    }
  }

  private void further(List<Integer> part, int round) throws InterruptedException {
    if (stop.isPresent()) {
      fill(part, new Outcome.NotSent(Code.NOT_ATTEMPTED, stop.get().words()));
    } else if (budget-- <= 0) {
      fill(part, new Outcome.NotSent(Code.DELIVERY_FAILED, "the bad event could not be isolated"));
    } else {
      line.listener().requestBisected();
      deliver(part, round);
    }
  }

  private void fill(List<Integer> part, Outcome outcome) {
    part.forEach(i -> outcomes[i] = outcome);
  }

  private static String words(Reading reading) {
    return reading instanceof Reading.Lost lost ? lost.words() : "the answer was not understood";
  }
}
