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

  /** Outcomes in the events' order, and why the run must stop, if it must. */
  record Result(List<Outcome> outcomes, Optional<Reading.Stop> stop) {}

  private Isolation(Channel channel, HttpDelivery delivery, Line line, List<Event> events) {
    this.channel = channel;
    this.line = line;
    this.events = events;
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
    isolation.deliver(all);
    return new Result(Arrays.asList(isolation.outcomes), isolation.stop);
  }

  private void deliver(List<Integer> part) throws InterruptedException {
    Reading reading = channel.send(part.stream().map(events::get).toList());
    if (reading instanceof Reading.Settled settled) {
      for (int i = 0; i < part.size(); i++) {
        outcomes[part.get(i)] = settled.outcomes().get(i);
      }
    } else if (reading instanceof Reading.RefusedWhole refused) {
      isolate(part, refused);
    } else if (reading instanceof Reading.Stop stopping) {
      stop = Optional.of(stopping);
      fill(
          part,
          stopping.maybeStored()
              ? new Outcome.Unknown(stopping.words())
              : new Outcome.NotSent(Code.NOT_ATTEMPTED, stopping.words()));
    } else {
      fill(part, new Outcome.Unknown(words(reading)));
    }
  }

  private void isolate(List<Integer> part, Reading.RefusedWhole refused)
      throws InterruptedException {
    if (part.size() == 1) {
      fill(part, refused.refusal());
    } else if (refused.culprit().isPresent() && refused.culprit().getAsInt() < part.size()) {
      List<Integer> rest = new ArrayList<>(part);
      outcomes[rest.remove(refused.culprit().getAsInt())] = refused.refusal();
      further(rest);
    } else {
      further(part.subList(0, part.size() / 2));
      further(part.subList(part.size() / 2, part.size()));
    }
  }

  private void further(List<Integer> part) throws InterruptedException {
    if (stop.isPresent()) {
      fill(part, new Outcome.NotSent(Code.NOT_ATTEMPTED, stop.get().words()));
    } else if (budget-- <= 0) {
      fill(part, new Outcome.NotSent(Code.DELIVERY_FAILED, "the bad event could not be isolated"));
    } else {
      line.listener().requestBisected();
      deliver(part);
    }
  }

  private void fill(List<Integer> part, Outcome outcome) {
    part.forEach(i -> outcomes[i] = outcome);
  }

  private static String words(Reading reading) {
    return reading instanceof Reading.Lost lost ? lost.words() : "the answer was not understood";
  }
}
