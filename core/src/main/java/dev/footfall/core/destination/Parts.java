package dev.footfall.core.destination;

import dev.footfall.core.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From a platform's words about the objects of a request to the outcomes of its events, where one
 * event may be several objects.
 */
public final class Parts {
  private Parts() {}

  /** How many objects the events are together. */
  public static int count(List<Event> events) {
    return events.stream().mapToInt(Event::parts).sum();
  }

  /** The event that holds the object at an index of the request; empty when none does. */
  public static Optional<Integer> owner(List<Event> events, int part) {
    int end = 0;
    for (int i = 0; i < events.size(); i++) {
      end += events.get(i).parts();
      if (part >= 0 && part < end) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /**
   * One outcome an event, in order: accepted where no object was refused, refused where all were,
   * else {@link Outcome.Partly}.
   *
   * @param refused index of an object in the request to its refusal
   */
  public static List<Outcome> outcomes(List<Event> events, Map<Integer, Outcome.Refused> refused) {
    List<Outcome> outcomes = new ArrayList<>(events.size());
    int start = 0;
    for (Event event : events) {
      outcomes.add(outcome(start, event.parts(), refused));
      start += event.parts();
    }
    return outcomes;
  }

  private static Outcome outcome(int start, int parts, Map<Integer, Outcome.Refused> refused) {
    List<Outcome.Refused> bad = new ArrayList<>();
    for (int part = start; part < start + parts; part++) {
      Optional.ofNullable(refused.get(part)).ifPresent(bad::add);
    }
    if (bad.isEmpty()) {
      return Outcome.Accepted.PLAIN;
    }
    return bad.size() == parts
        ? bad.get(0)
        : new Outcome.Partly(bad.get(0), parts - bad.size(), parts);
  }
}
