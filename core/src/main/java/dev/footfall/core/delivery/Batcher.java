package dev.footfall.core.delivery;

import dev.footfall.core.destination.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Fills requests: events of one partition, in the order they come, up to the limits on events and
 * bytes. Events that the platform refused before have requests of their own, which go last, so that
 * they keep no other event waiting. No event is lost or doubled; a batch is handed over as soon as
 * the next event would not fit.
 */
public final class Batcher {
  private final Limits limits;
  private final int overhead;
  private final Consumer<List<Pending>> full;
  private final Map<String, Filling> fillings = new LinkedHashMap<>();
  private final Map<String, Filling> suspects = new LinkedHashMap<>();

  private static final class Filling {
    private List<Pending> events = new ArrayList<>();
    private long bytes;
    private int parts;
  }

  /**
   * A batcher.
   *
   * @param overhead bytes that a body needs besides its events and the commas between them
   * @param full takes each batch
   */
  public Batcher(Limits limits, int overhead, Consumer<List<Pending>> full) {
    this.limits = limits;
    this.overhead = overhead;
    this.full = full;
  }

  /** Adds an event; it must fit a request of its own. */
  public void add(Pending pending) {
    Filling filling =
        (pending.isSuspect() ? suspects : fillings)
            .computeIfAbsent(pending.event().partition(), partition -> new Filling());
    long added = pending.event().body().length + 1L;
    boolean overflows =
        filling.parts + pending.event().parts() > limits.events()
            || overhead + filling.bytes + added - 1 > limits.bytes();
    if (overflows && !filling.events.isEmpty()) {
      handOver(filling);
    }
    filling.events.add(pending);
    filling.bytes += added;
    filling.parts += pending.event().parts();
  }

  /** Hands over what is left. */
  public void finish() {
    Stream.of(fillings, suspects)
        .flatMap(all -> all.values().stream())
        .filter(f -> !f.events.isEmpty())
        .forEach(this::handOver);
  }

  private void handOver(Filling filling) {
    List<Pending> events = filling.events;
    filling.events = new ArrayList<>(Math.min(limits.events(), 1024));
    filling.bytes = 0;
    filling.parts = 0;
    full.accept(events);
  }
}
