package dev.footfall.sandbox.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was found in a request body: its events, apart into those that passed and the faults of the
 * others.
 */
public final class Batch {
  private final byte[] body;
  private final int events;
  private final List<Passed> passed;
  private final List<Fault> faults;
  private final Facts root;

  Batch(byte[] body, int events, List<Passed> passed, List<Fault> faults, Facts root) {
    this.body = body;
    this.events = events;
    this.passed = List.copyOf(passed);
    this.faults = List.copyOf(faults);
    this.root = root;
  }

  /** How many events the body holds, good and bad. */
  public int events() {
    return events;
  }

  /** The events without faults, in request order. */
  public List<Passed> passed() {
    return passed;
  }

  /** At most one fault an event, in request order, those of the whole request among them. */
  public List<Fault> faults() {
    return faults;
  }

  /** The first fault of all, one of the whole request before those of events. */
  public Optional<Fault> firstFault() {
    return wholeFault().or(() -> faults.stream().findFirst());
  }

  /** The first fault that belongs to no single event. */
  public Optional<Fault> wholeFault() {
    return faults.stream().filter(fault -> fault.event() == Fault.WHOLE_REQUEST).findFirst();
  }

  /** The same batch after a second look at its good events, some of which turn out bad. */
  public Batch sift(Function<Passed, Optional<Fault>> look) {
    List<Passed> good = new ArrayList<>();
    List<Fault> bad = new ArrayList<>(faults);
    for (Passed event : passed) {
      look.apply(event).ifPresentOrElse(bad::add, () -> good.add(event));
    }
    bad.sort(Comparator.comparingInt(Fault::event));
    return new Batch(body, events, good, bad, root);
  }

  /** What was kept of the keys beside the events. */
  public Facts root() {
    return root;
  }

  /** The same batch with other good events in the place of its own. */
  public Batch with(List<Passed> others) {
    return new Batch(body, events, others, faults, root);
  }

  /** The bytes of an event as received. */
  public byte[] bytes(Passed event) {
    return Arrays.copyOfRange(body, event.from(), event.to());
  }
}
